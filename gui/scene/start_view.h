// What the start page, the list of lessons and the file list show, as plain values.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace imapscope::gui {

/// A lesson that could be opened, and how far the learner has come in it.
struct LessonEntry {
  int number = 0;
  std::string title;
  std::string path;
  std::string group;  ///< "first steps", as its file has it; empty: of no group
  std::string goal;   ///< what the learner can do afterwards
  /// Title and goal in each language that the lesson speaks, by its code.
  std::map<std::string, std::pair<std::string, std::string>> said{};
  int minutes = 0;
  std::size_t questions = 0;  ///< that it asks
  std::size_t right = 0;      ///< of them, answered right at the first try
  bool done = false;
  std::size_t step = 0;  ///< where the learner left it, from 1; 0: not begun
  std::size_t steps = 0;
};

/// A file that was open before.
struct RecentFile {
  std::string path;
  bool lesson = false;          ///< it is one; else a trace:
  std::size_t connections = 0;  ///< 0: what it holds is not known
  std::size_t lines = 0;        ///< that crossed the wire
  bool gone = false;            ///< it is not there any more
};

/// What a new session's server can hold.
struct MailboxChoice {
  std::string path;  ///< of an mbox file; empty: nothing
  std::string name;  ///< without its ending: "ada_five"; has words of its own where it is shipped
  std::string holds;
};

/// What the start page shows besides the lessons.
struct StartView {
  std::vector<MailboxChoice> mailboxes;
  std::vector<std::string> profiles;  ///< of servers; the first is empty: as they are by themselves
  std::vector<RecentFile> recent;     ///< the newest first
  bool can_return = false;            ///< something is open behind the page
};

struct FileEntry {
  std::string name;  ///< within its folder
  bool is_folder = false;
  std::string what;  ///< "packet capture", "lesson 8: Reading and PEEK"
};

/// A folder, as the file list shows it.
struct FolderView {
  std::string path;
  std::vector<FileEntry> entries;  ///< folders first
  std::size_t passed_over = 0;     ///< files that cannot be opened, by their names
  std::string error;               ///< why it could not be listed
};

}  // namespace imapscope::gui
