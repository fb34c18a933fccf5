// The goal of a task, as data: a closed vocabulary of what the server holds, what a client knows,
// and what has crossed the wire since the task began. stretch.h says whether it holds.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "sim/imap/flag.h"
#include "sim/imap/mailbox_name.h"
#include "sim/imap/numbers.h"
#include "sim/imap/state.h"
#include "sim/lesson/text.h"

namespace imapscope::lesson {

// ---- what the server holds ----

struct HoldsMessage {
  enum class Is { present, gone, as_it_was };  ///< as it was: there, with the same flags
  std::string user;
  MailboxName mailbox;
  Uid uid;
  Is is = Is::present;
};

/// One thing that is asked of a message's flags. \Recent counts for nothing.
struct FlagTest {
  enum class Kind { has, has_not, exactly };  ///< all of them; none of them; these and no others
  Kind kind = Kind::has;
  FlagSet flags;

  [[nodiscard]] bool holds_for(const FlagSet& found) const;
};
struct HoldsFlags {  ///< of a message that is there
  std::string user;
  MailboxName mailbox;
  Uid uid;
  FlagTest test;
};

struct HoldsMailbox {
  std::string user;
  MailboxName name;
  bool exists = true;
};
struct HoldsSubscription {
  std::string user;
  MailboxName name;
  bool subscribed = true;
};

// ---- what a client knows; what it cannot know does not hold ----

struct KnowsMessage {  ///< in the mailbox that it has open
  std::string client;
  Uid uid;
  bool gone = false;  ///< none of the messages that it counts can be this one
};
struct KnowsFlags {
  std::string client;
  Uid uid;
  FlagTest test;
};
struct KnowsCount {
  std::string client;
  std::uint32_t messages = 0;
};
struct InState {
  std::string client;
  State state = State::authenticated;
  std::optional<MailboxName> mailbox;  ///< open; nothing: any, or none
};

// ---- what has crossed the wire since the task began ----

struct Crossed {
  std::string client;
  bool sent = false;  ///< by the client: a command without its tag, in any case. Else: landed there
  std::string pattern;  ///< `*` matches anything
  bool absent = false;  ///< no such line may have crossed
};
struct FewCommands {  ///< of all clients of the task
  std::size_t most = 1;
};
struct NoRefusal {};     ///< no command ended with NO or BAD
struct NoBrokenRule {};  ///< the observer found nothing to complain about

using Wish =
    std::variant<HoldsMessage, HoldsFlags, HoldsMailbox, HoldsSubscription, KnowsMessage,
                 KnowsFlags, KnowsCount, InState, Crossed, FewCommands, NoRefusal, NoBrokenRule>;

/// One part of a goal: a line of the checklist.
struct Part {
  std::string name;  ///< by which near misses name it; its kind, if its author gave none
  Wish wish;
  Text words;  ///< its author's, or `default_words`
  Place place;
  bool has_own_words = true;  ///< its author's
};

/// "UID 30 has `\Seen`": for the checklist, without a full stop; in every language.
[[nodiscard]] Text default_words(const Wish& wish);

}  // namespace imapscope::lesson
