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

}  // namespace imapscope
