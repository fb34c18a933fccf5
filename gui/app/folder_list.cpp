#include "gui/app/folder_list.h"

#include <algorithm>
#include <array>

#include "sim/base/ascii.h"
#include "sim/lesson/read.h"

namespace imapscope::gui {
namespace {

struct Kind {
  std::string_view ending;
  std::string_view what;
};

constexpr std::array kinds{
    Kind{".json", "lesson"},         Kind{".jsonl", "imapscope trace"},
    Kind{".pcap", "packet capture"}, Kind{".pcapng", "packet capture"},
    Kind{".cap", "packet capture"},  Kind{".txt", "transcript"},
    Kind{".log", "transcript"},
};

/// "a/b/.." -> "a"; "/.." -> "/"; where names begin there is nothing above.
std::string resolved(std::string folder) {
  constexpr std::string_view up = "..";
  if (file_of(folder) != up) return folder;
  const std::string below = folder_of(folder);
  if (below.empty() || file_of(below) == up) return folder;
  return folder_of(below);
}

/// A file that says to be a lesson and is none is left out: it is a schema, or settings.
std::string what_of(const Files& files, const std::string& name, std::string_view kind) {
  if (kind != kinds[0].what) return std::string(kind);
  const auto content = files.read(name);
  if (!content || !lesson::is_lesson(*content)) return {};
  const auto lesson = lesson::read(*content, file_of(name), {files, folder_of(name)});
  if (!lesson) return "a lesson with a fault";
  return "lesson " + std::to_string(lesson->number) + ": " +
         lesson::in_language(lesson->title, "en");
}

}  // namespace

std::string_view kind_by_name(std::string_view name) {
  const std::string lower = ascii::to_lower(name);
  for (const Kind& kind : kinds) {
    if (lower.ends_with(kind.ending)) return kind.what;
  }
  return {};
}

FolderView list_folder(const Files& files, const std::string& folder) {
  FolderView view;
  view.path = resolved(folder);
  const auto entries = files.list(view.path);
  if (!entries) {
    view.error = view.path + " " + entries.error();
    return view;
  }
  for (const Files::Entry& entry : *entries) {
    if (entry.name.starts_with('.')) continue;
    const std::string what =
        entry.is_folder ? std::string()
                        : what_of(files, joined(view.path, entry.name), kind_by_name(entry.name));
    if (entry.is_folder || !what.empty()) {
      view.entries.push_back({entry.name, entry.is_folder, what});
    } else {
      ++view.passed_over;
    }
  }
  std::stable_partition(view.entries.begin(), view.entries.end(),
                        [](const FileEntry& entry) { return entry.is_folder; });
  return view;
}

}  // namespace imapscope::gui
