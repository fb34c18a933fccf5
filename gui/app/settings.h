// Settings: what the window remembers from one run to the next. The splitters, theme, zoom and
// language; never what was open. A file that is missing or damaged gives the defaults.
#pragma once

#include <string>
#include <string_view>

#include "gui/scene/scene.h"

namespace imapscope::gui {

/// Takes what `json` remembers into `view`.
void read_settings(std::string_view json, View& view);
[[nodiscard]] std::string print_settings(const View& view);

}  // namespace imapscope::gui
