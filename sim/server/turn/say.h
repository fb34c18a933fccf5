// say: puts an untagged response at the end of what a session is to write.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "sim/imap/response.h"

namespace imapscope::server {

struct Session;

void say(std::string& output, UntaggedData data, Texts texts = Texts::ascii);
/// The same, written as the session's client takes it.
void say(Session& session, UntaggedData data);
/// `* OK [code] text`
void say_ok(std::string& output, ResponseCode code, std::string text);

/// What is told with a message's flags.
struct BesideFlags {
  std::optional<Uid> uid{};
  std::optional<std::uint64_t> mod_seq{};  ///< of their last change
};
/// `* n FETCH (FLAGS (…))`, and what is told beside. The same bytes as `say` makes of it, without a
/// value in between: a mailbox has many messages, and this is what is asked of all.
void say_flags(std::string& output, SeqNum number, const FlagSet& flags, BesideFlags beside);
/// `* uid UIDFETCH (FLAGS (…))`, where UIDONLY is on (RFC 9586 §3.3).
void say_flags(std::string& output, Uid uid, const FlagSet& flags, BesideFlags beside);

}  // namespace imapscope::server
