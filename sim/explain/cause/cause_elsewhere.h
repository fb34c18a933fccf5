// What another session did that a line tells of: as far as bytes can show it. Two connections of
// one trace may have the same mailbox open; what one of them changes, the other is owed.
#pragma once

#include <optional>
#include <vector>

#include "sim/explain/explaining.h"

namespace imapscope::explain {

/// Where a line's news come from.
struct Origin {
  /// What did it, the oldest first; empty: no connection of the trace did, so it came from outside.
  std::vector<const Line*> commands;
  bool sure = false;  ///< false: it may be so; the bytes leave room for something else
};

/// Of untagged EXPUNGE, FETCH with flags, EXISTS and RECENT. Nothing: the line tells no news, or
/// none that can be traced.
[[nodiscard]] std::optional<Origin> origin_of(const Explaining& e);

}  // namespace imapscope::explain
