#include "gui/app/document/folder_list.h"

#include <algorithm>
#include <array>

#include "sim/base/ascii.h"
#include "sim/lesson/read/read.h"
#include "sim/trace/formats.h"

namespace imapscope::gui {
namespace {

struct Kind {
  std::string_view ending;
  std::string_view what;  ///< the key of its words
};

constexpr std::string_view lesson_kind = "start.files.lesson";

constexpr std::array kinds{
    Kind{".json", lesson_kind},
    Kind{".jsonl", "start.files.trace"},
    Kind{".pcap", "start.files.capture"},
    Kind{".pcapng", "start.files.capture"},
    Kind{".cap", "start.files.capture"},
    Kind{".txt", "start.files.transcript"},
    Kind{".log", "start.files.transcript"},
};

/// "a/b/.." -> "a"; "/.." -> "/"; where names begin there is nothing above.
std::string resolved(std::string folder) {
  constexpr std::string_view up = "..";
  if (file_of(folder) != up) return folder;
  const std::string below = folder_of(folder);
  if (below.empty() || file_of(below) == up) return folder;
  return folder_of(below);
}

/// What a file of that name would be; empty where it is none that could be opened.
std::string_view kind_by_name(std::string_view name) {
  const std::string lower = ascii::to_lower(name);
  for (const Kind& kind : kinds) {
    if (lower.ends_with(kind.ending)) return kind.what;
  }
  return {};
}

std::string title_of_lesson(const Files& files, const std::string& name,
                            const words::Words& words) {
  const auto lesson = lesson::read_file(files, name);
  if (!lesson) return words("start.files.faulty_lesson");
  return words(lesson_kind, {{"number", lesson->number},
                             {"title", lesson::in_language(lesson->title, words.language())}});
}

/// Empty where the beginning of the file is not what its name promises: a schema is no lesson, and
/// notes are no transcript.
std::string what_of(const Files& files, const std::string& name, const words::Words& words) {
  const std::string_view kind = kind_by_name(name);
  if (kind.empty()) return {};
  const auto beginning = files.beginning_of(name);
  if (!beginning) return {};
  if (kind == lesson_kind) {
    return lesson::is_lesson(*beginning) ? title_of_lesson(files, name, words) : std::string();
  }
  return trace::find_format(*beginning) != nullptr ? words(kind) : std::string();
}

}  // namespace

FolderView list_folder(const Files& files, const std::string& folder, const words::Words& words) {
  FolderView view;
  view.path = resolved(folder);
  const auto entries = files.list(view.path);
  if (!entries) {
    view.error = words(entries.error());
    return view;
  }
  for (const Files::Entry& entry : *entries) {
    if (entry.name.starts_with('.')) continue;
    const std::string what =
        entry.is_folder ? std::string() : what_of(files, joined(view.path, entry.name), words);
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
