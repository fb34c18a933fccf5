// The expunge family: removing messages for good.
#pragma once

#include <optional>

#include "sim/imap/numbers.h"

namespace imapscope {

/// Plain EXPUNGE (RFC 3501 §6.4.3) takes every message with `\Deleted`; UID EXPUNGE (RFC 4315 §2.1)
/// only those of them that `uids` names.
struct Expunge {
  std::optional<UidSet> uids;
  friend bool operator==(const Expunge&, const Expunge&) = default;
};

struct ExpungeData {  ///< `* n EXPUNGE`, RFC 3501 §7.4.1: higher numbers drop by one, at once
  SeqNum number;
  friend bool operator==(const ExpungeData&, const ExpungeData&) = default;
};

/// `* VANISHED 41,43:116`, RFC 7162 §3.2.10: what EXPUNGE tells, by UIDs. `(EARLIER)`: they were
/// gone before the client looked, and numbers stay as they are.
struct VanishedData {
  bool earlier = false;
  UidSet uids;  ///< without ranges: a server that names none
  friend bool operator==(const VanishedData&, const VanishedData&) = default;
};

}  // namespace imapscope
