// The select family: opening a mailbox, and leaving it.
#pragma once

#include <cstdint>
#include <optional>

#include "sim/imap/flag.h"
#include "sim/imap/mailbox_name.h"
#include "sim/imap/numbers.h"
#include "sim/imap/parameters.h"

namespace imapscope {

struct Select {  ///< RFC 3501 §6.3.1
  MailboxName mailbox;
  Parameters parameters{};
  friend bool operator==(const Select&, const Select&) = default;
};
struct Examine {  ///< RFC 3501 §6.3.2
  MailboxName mailbox;
  Parameters parameters{};
  friend bool operator==(const Examine&, const Examine&) = default;
};
/// What `QRESYNC (…)` tells: up to where the client's copy of the mailbox is right (RFC 7162
/// §3.2.5).
struct Resync {
  UidValidity validity;
  std::uint64_t mod_seq = 0;
  std::optional<UidSet> known;  ///< the UIDs that it has; nothing: all below its UIDNEXT
  bool match_data = false;      ///< numbers with their UIDs stand there, too
  friend bool operator==(const Resync&, const Resync&) = default;
};

struct Check {  ///< RFC 3501 §6.4.1
  friend bool operator==(const Check&, const Check&) = default;
};
struct Close {  ///< RFC 3501 §6.4.2: expunges silently
  friend bool operator==(const Close&, const Close&) = default;
};
struct Unselect {  ///< RFC 3691 §2: does not expunge
  friend bool operator==(const Unselect&, const Unselect&) = default;
};

struct FlagsData {  ///< `* FLAGS (…)`, RFC 3501 §7.2.6
  FlagSet flags;
  friend bool operator==(const FlagsData&, const FlagsData&) = default;
};
struct Exists {  ///< `* n EXISTS`, RFC 3501 §7.3.1
  std::uint32_t count = 0;
  friend bool operator==(const Exists&, const Exists&) = default;
};
struct Recent {  ///< `* n RECENT`, RFC 3501 §7.3.2
  std::uint32_t count = 0;
  friend bool operator==(const Recent&, const Recent&) = default;
};

}  // namespace imapscope
