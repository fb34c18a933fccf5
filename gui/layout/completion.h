// Completion: what a console line may become. It offers only what is legal in the session's state;
// anything may be sent all the same. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sim/imap/state.h"

namespace imapscope::gui {

struct Completion {
  std::string rest;                ///< what Tab would add; empty: nothing
  std::vector<std::string> verbs;  ///< all that the typed beginning may become
  std::string hint;                ///< "UID FETCH set items · legal in Selected"
  bool legal = true;  ///< false: a whole verb stands there that this state does not allow
};

/// `line` as typed so far, tag included.
[[nodiscard]] Completion complete(std::string_view line, State state);

}  // namespace imapscope::gui
