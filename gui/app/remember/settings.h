// Settings: what the window remembers of how it was set up. Its place, theme, zoom, language,
// splitters, whether it was before an audience, and which files were open before; never the one
// that is.
#pragma once

#include <string>
#include <string_view>

#include "gui/app/window_state.h"
#include "sim/base/result.h"

namespace imapscope::gui {

/// Takes what `json` remembers into `state`; what is missing or makes no sense stays as it was. An
/// error says what is wrong: "It is no JSON object."
[[nodiscard]] Result<void, Said> read_settings(std::string_view json, WindowState& state);
[[nodiscard]] std::string print_settings(const WindowState& state);

}  // namespace imapscope::gui
