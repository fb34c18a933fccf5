// Settings: what the window remembers from one run to the next. The splitters, theme, zoom and
// language, and which files were open before; never the file that is. A file that is missing or
// damaged gives the defaults.
#pragma once

#include <string>
#include <string_view>

#include "gui/app/start_state.h"
#include "gui/scene/scene.h"

namespace imapscope::gui {

/// Takes what `json` remembers into `view` and `start`.
void read_settings(std::string_view json, View& view, StartState& start);
[[nodiscard]] std::string print_settings(const View& view, const StartState& start);

}  // namespace imapscope::gui
