// What a command is like, where that matters outside of its family: traits, and the edge of the
// state diagram that it travels. So nothing compares verbs.
#pragma once

#include <initializer_list>
#include <optional>

#include "sim/imap/state.h"

namespace imapscope {

enum class Trait {
  names_messages,    ///< by sequence numbers, or by UIDs in its UID form
  holds_secret,      ///< what stands behind the verb is not shown
  dialogue,          ///< goes on behind a `+` with lines that are no commands
  idles,             ///< the server may speak at any time while it runs
  carries_message,   ///< its literal is a message, and may be as large as one
  names_mailbox,     ///< its only argument is one
  adds_messages,     ///< to a mailbox
  removes_messages,  ///< from the open mailbox
  changes_flags,     ///< because it is asked to
  may_set_seen,      ///< reading sets `\Seen`, unless it peeks
  asks_for_events,   ///< of its own choice the server may speak at any time (RFC 5465 §3.1)
  starts_tls,        ///< what was announced before is void (RFC 3501 §6.2.1)
  compresses,        ///< all that follows (RFC 4978 §3)
};

/// A set of traits, for the command table.
class Traits {
 public:
  constexpr Traits(std::initializer_list<Trait> traits) {
    for (const Trait trait : traits) bits_ |= bit(trait);
  }
  [[nodiscard]] constexpr bool has(Trait trait) const { return (bits_ & bit(trait)) != 0; }

 private:
  static constexpr unsigned bit(Trait trait) { return 1U << static_cast<unsigned>(trait); }
  unsigned bits_ = 0;
};

/// Where a command's completion leads: nothing where the session stays as it is. BAD leads nowhere.
struct Journey {
  std::optional<Passage> ok = std::nullopt;
  std::optional<Passage> no = std::nullopt;
};

}  // namespace imapscope
