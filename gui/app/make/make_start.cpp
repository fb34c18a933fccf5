#include "gui/app/make/make_start.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "sim/lesson/read/read.h"
#include "sim/server/temper/profiles.h"

namespace imapscope::gui {
namespace {

/// How many messages an mbox file has: each begins with a line "From ".
std::size_t messages_in(std::string_view mbox) {
  constexpr std::string_view begin = "\nFrom ";
  std::size_t count = mbox.starts_with(begin.substr(1)) ? 1 : 0;
  for (auto at = mbox.find(begin); at != mbox.npos; at = mbox.find(begin, at + 1)) ++count;
  return count;
}

/// The first subject, to tell one mailbox from another.
std::string first_subject(std::string_view mbox) {
  constexpr std::string_view header = "\nSubject: ";
  const auto at = mbox.find(header);
  if (at == mbox.npos) return {};
  const std::string_view rest = mbox.substr(at + header.size());
  return std::string(rest.substr(0, rest.find_first_of("\r\n")));
}

LessonEntry entry_of(const lesson::Lesson& lesson, const std::string& path) {
  LessonEntry entry;
  entry.number = lesson.number;
  entry.path = path;
  entry.group = lesson.group;
  for (const auto& [language, title] : lesson.title) {
    std::string goal = lesson::in_language(lesson.goal, language);
    std::erase(goal, '`');  // a list says it in one face
    entry.said[language] = {title, std::move(goal)};
  }
  entry.minutes = lesson.minutes;
  for (const lesson::Instruction& instruction : lesson.script) {
    if (std::holds_alternative<lesson::Say>(instruction.verb)) ++entry.steps;
    if (std::holds_alternative<lesson::Ask>(instruction.verb)) ++entry.questions;
  }
  return entry;
}

/// Lines that crossed the wire, as far as they could be read.
std::size_t wire_lines(const observer::Timeline& timeline) {
  using Kind = observer::LineKind;
  const auto lines = timeline.lines();
  return static_cast<std::size_t>(
      std::count_if(lines.begin(), lines.end(), [](const observer::Line& line) {
        return line.kind != Kind::opened && line.kind != Kind::closed && line.kind != Kind::gap &&
               line.kind != Kind::opaque && line.kind != Kind::note;
      }));
}

std::vector<std::string> profile_choices() {
  std::vector<std::string> choices{""};
  for (const server::Profile& each : server::profiles()) choices.emplace_back(each.id);
  return choices;
}

bool is_there(const Files& files, const std::string& path) {
  const auto entries = files.list(folder_of(path));
  const std::string name = file_of(path);
  return entries && std::any_of(entries->begin(), entries->end(),
                                [&](const Files::Entry& entry) { return entry.name == name; });
}

}  // namespace

std::vector<LessonEntry> find_lessons(const Files& files, const std::string& folder) {
  std::vector<LessonEntry> lessons;
  const auto entries = files.list(folder);
  if (!entries) return lessons;
  for (const Files::Entry& entry : *entries) {
    if (entry.is_folder || !entry.name.ends_with(".json")) continue;
    const std::string name = joined(folder, entry.name);
    const auto lesson = lesson::read_file(files, name);
    if (lesson) lessons.push_back(entry_of(*lesson, name));
  }
  std::stable_sort(lessons.begin(), lessons.end(),
                   [](const LessonEntry& a, const LessonEntry& b) { return a.number < b.number; });
  say_in("en", lessons);
  return lessons;
}

void say_in(const std::string& language, std::vector<LessonEntry>& lessons) {
  for (LessonEntry& entry : lessons) {
    auto said = entry.said.find(language);
    if (said == entry.said.end()) said = entry.said.find("en");
    if (said != entry.said.end()) std::tie(entry.title, entry.goal) = said->second;
  }
}

std::vector<MailboxChoice> find_mailboxes(const Files& files, const std::string& folder) {
  struct Sized {
    MailboxChoice choice;
    std::size_t messages;
  };
  std::vector<Sized> found;
  const auto entries = files.list(folder);
  for (const Files::Entry& entry : entries ? *entries : std::vector<Files::Entry>()) {
    if (entry.is_folder || !entry.name.ends_with(".mbox")) continue;
    const auto mbox = files.read(joined(folder, entry.name));
    if (!mbox) continue;
    const std::string name = entry.name.substr(0, entry.name.rfind('.'));
    found.push_back(
        {{joined(folder, entry.name), name, first_subject(*mbox) + " \u2026"}, messages_in(*mbox)});
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const Sized& a, const Sized& b) { return a.messages < b.messages; });
  std::vector<MailboxChoice> choices;
  choices.reserve(found.size() + 1);
  for (Sized& sized : found) choices.push_back(std::move(sized.choice));
  choices.push_back({"", "empty", ""});
  return choices;
}

std::string rooted(const std::string& home, const std::string& name) {
  const bool has_root = name.starts_with('/') || (name.size() > 1 && name[1] == ':');
  return has_root ? name : joined(home, name);
}

void remember(std::vector<RecentFile>& recent, RecentFile file) {
  recent.erase(std::remove_if(recent.begin(), recent.end(),
                              [&](const RecentFile& known) { return known.path == file.path; }),
               recent.end());
  recent.insert(recent.begin(), std::move(file));
  if (recent.size() > recent_kept) recent.resize(recent_kept);
}

void look_for(std::vector<RecentFile>& recent, const Files& files) {
  for (RecentFile& file : recent) file.gone = !is_there(files, file.path);
}

RecentFile recent_file(std::string path, const Document& document) {
  RecentFile file{.path = std::move(path), .lesson = document.player() != nullptr};
  if (file.lesson) return file;
  const Recording& recording = document.current();
  for (const Lane& lane : recording.lanes) file.connections += lane.connections.size();
  file.lines = wire_lines(recording.timeline);
  return file;
}

void fill_start(const StartState& start, const Document& document, Scene& scene) {
  scene.here = start.here;
  scene.files = start.files;
  if (!start.shown) return;
  StartView view;
  view.mailboxes = start.mailboxes;
  view.profiles = profile_choices();
  view.recent = start.recent;
  view.can_return = document.source() != Source::nothing;
  scene.start = std::move(view);
}

}  // namespace imapscope::gui
