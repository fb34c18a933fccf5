// What the start page shows, from the state and from the files beside the program.
#pragma once

#include <string>
#include <vector>

#include "gui/app/document/document.h"
#include "gui/app/make/start_state.h"
#include "gui/scene/scene.h"
#include "sim/base/files.h"

namespace imapscope::gui {

/// The lessons in a folder, by number, said in English (`say_in` for others). A file that is no
/// lesson is passed over.
[[nodiscard]] std::vector<LessonEntry> find_lessons(const Files& files, const std::string& folder);

/// The mailboxes in a folder, by size, and last of all an empty one.
[[nodiscard]] std::vector<MailboxChoice> find_mailboxes(const Files& files,
                                                        const std::string& folder);

/// How many files are remembered.
inline constexpr std::size_t recent_kept = 8;
/// The name from the root, where `name` begins at the folder `home`.
[[nodiscard]] std::string rooted(const std::string& home, const std::string& name);
/// Puts a file that was opened in front; one that was there before moves up.
void remember(std::vector<RecentFile>& recent, RecentFile file);
/// Marks those that are not there any more.
void look_for(std::vector<RecentFile>& recent, const Files& files);
/// A file that was opened, and what it holds.
[[nodiscard]] RecentFile recent_file(std::string path, const Document& document);

/// Titles and goals in the language, or in English.
void say_in(const std::string& language, std::vector<LessonEntry>& lessons);

/// Into `scene.start`, `scene.files` and `scene.here`.
void fill_start(const StartState& start, const Document& document, Scene& scene);

}  // namespace imapscope::gui
