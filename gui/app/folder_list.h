// A folder as the file list shows it: its folders, and the files that could be opened.
#pragma once

#include <string>
#include <string_view>

#include "gui/scene/start_view.h"
#include "sim/base/files.h"

namespace imapscope::gui {

/// What a file of that name would be, from its ending; empty where it cannot be opened. What it is
/// in truth its content tells.
[[nodiscard]] std::string_view kind_by_name(std::string_view name);

/// A lesson says its number and title. `folder` may end in "..".
[[nodiscard]] FolderView list_folder(const Files& files, const std::string& folder);

}  // namespace imapscope::gui
