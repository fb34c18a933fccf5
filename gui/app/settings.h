// Settings: what the window remembers from one run to the next. The splitters, theme, zoom and
// language; never what was open. A file that is missing or damaged gives the defaults.
#pragma once

#include <filesystem>
#include <optional>

#include "gui/scene/scene.h"

namespace imapscope::gui {

/// `imapscope/window.json` in the user's configuration folder; nothing where the system names none.
[[nodiscard]] std::optional<std::filesystem::path> settings_path();

/// Takes what the file remembers into `view`.
void load_settings(const std::filesystem::path& path, View& view);
/// Best effort: a folder that cannot be written is no reason to disturb a lesson.
void save_settings(const std::filesystem::path& path, const View& view);

}  // namespace imapscope::gui
