// The store family: changing flags.
#pragma once

#include "sim/imap/flag.h"
#include "sim/imap/numbers.h"
#include "sim/imap/parameters.h"

namespace imapscope {

enum class StoreMode { replace, add, remove };  ///< FLAGS, +FLAGS, -FLAGS

struct Store {  ///< RFC 3501 §6.4.6
  MessageSet messages;
  StoreMode mode = StoreMode::replace;
  bool silent = false;  ///< `.SILENT`: no FETCH response is wanted
  FlagSet flags;
  Parameters modifiers{};
  friend bool operator==(const Store&, const Store&) = default;
};

}  // namespace imapscope
