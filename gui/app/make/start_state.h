// What the start page and the file list are about, between two frames.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "gui/scene/start_view.h"

namespace imapscope::gui {

struct StartState {
  bool shown = false;
  std::optional<FolderView> files;  ///< the file list is shown
  std::string folder;               ///< that it shows when it is opened
  std::string home;                 ///< the folder where names begin that have no root
  std::string here;                 ///< the path of the lesson that was open last
  std::vector<RecentFile> recent;   ///< the newest first
  std::vector<MailboxChoice> mailboxes;
};

}  // namespace imapscope::gui
