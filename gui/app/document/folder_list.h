// A folder as the file list shows it: its folders, and the files that could be opened.
#pragma once

#include <string>

#include "gui/scene/start_view.h"
#include "sim/base/files.h"
#include "sim/words/words.h"

namespace imapscope::gui {

/// Only what could be opened is in it, told by the names and the beginnings of files. A lesson says
/// its number and title. `folder` may end in "..".
[[nodiscard]] FolderView list_folder(const Files& files, const std::string& folder,
                                     const words::Words& words = words::Words());

}  // namespace imapscope::gui
