// say: puts an untagged response at the end of what a session is to write.
#pragma once

#include <string>

#include "sim/imap/response.h"

namespace imapscope::server {

void say(std::string& output, UntaggedData data);
/// `* OK [code] text`
void say_ok(std::string& output, ResponseCode code, std::string text);

/// `* n FETCH (FLAGS (…))`, with ` UID u` where `uid` is given. The same bytes as `say` makes of
/// it, without a value in between: a mailbox has many messages, and this is what is asked of all.
void say_flags(std::string& output, SeqNum number, const FlagSet& flags, std::optional<Uid> uid);

}  // namespace imapscope::server
