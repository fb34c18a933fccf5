// Belief: what one end of a connection can conclude from the bytes that reached it and those it
// sent. Known or unknown, never guessed. The client's belief is what the panes draw.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "sim/belief/ends/message_list.h"
#include "sim/belief/neighbour/neighbour.h"
#include "sim/imap/flag.h"
#include "sim/imap/mailbox_name.h"
#include "sim/imap/numbers.h"
#include "sim/imap/response.h"
#include "sim/imap/state.h"
#include "sim/trace/event.h"

namespace imapscope {
struct Nature;  // imap/command.h
}

namespace imapscope::observer {

/// A line's place in the timeline: its row in the ladder, from 0.
struct LineId {
  std::uint32_t value = 0;
  friend constexpr auto operator<=>(const LineId&, const LineId&) = default;
};

struct MailboxBelief {
  MailboxName name;
  bool read_only = false;
  bool opening = false;  ///< SELECT or EXAMINE was sent; data may come, its completion has not
  Known<std::uint32_t> recent;
  Known<FlagSet> flags;  ///< `* FLAGS`
  Known<CodePermanentFlags> permanent_flags;
  Known<Uid> uid_next;
  Known<UidValidity> uid_validity;
  Known<SeqNum> first_unseen;
  Known<std::uint64_t> highest_mod_seq;  ///< of the newest change that it was told of
  bool exists_known = false;             ///< an EXISTS came
  std::uint32_t exists = 0;  ///< what it said, and what EXPUNGE made of it; 0 while unknown
  /// [0] is number 1. As many as `exists`, but never more than 2^20: a server may claim anything.
  MessageList messages;
  friend bool operator==(const MailboxBelief&, const MailboxBelief&) = default;
};

/// What both ends know of a command that was begun and is not completed: RFC 3501 §5.5 calls it "in
/// progress". The client has it from when it sends it (InProgressAtClient), the server from when it
/// arrives (InProgressAtServer).
struct CommandInProgress {
  LineId line;
  std::string tag;
  std::string verb;                ///< upper case; "UID FETCH" for a UID form
  bool wants_events = false;       ///< NOTIFY SET
  bool wants_expunges = false;     ///< with MessageExpunge for the open mailbox
  const Nature* nature = nullptr;  ///< of the verb, looked up once; not null where it is of a line
  friend bool operator==(const CommandInProgress&, const CommandInProgress&) = default;
};

struct SessionBelief {
  Protocol protocol = Protocol::imap;
  State state = State::greeting;
  bool state_known = true;  ///< false: the capture began mid-stream, and nothing has shown it yet
  Known<std::vector<std::string>> capabilities;
  std::vector<std::string> enabled;  ///< by ENABLED
  Known<std::string> user;
  std::vector<CommandInProgress> in_progress;    ///< sent, not completed
  std::shared_ptr<const MailboxBelief> mailbox;  ///< null: none is open
  std::shared_ptr<MaildropBelief> maildrop;      ///< of POP3; null: nothing is known of it
  std::shared_ptr<MailBelief> mail;              ///< of SMTP; null: none was begun
  bool refused = false;                          ///< the greeting was BYE
  bool preauthenticated = false;
  bool closed = false;         ///< the connection is gone
  bool is_protected = false;   ///< by TLS
  bool is_compressed = false;  ///< by COMPRESS
  bool hears_events = false;   ///< NOTIFY: of its own choice the server may tell them at any time
  bool opaque = false;         ///< from here on only TLS records are seen
};

using Beliefs = std::map<trace::ConnectionId, SessionBelief>;

}  // namespace imapscope::observer
