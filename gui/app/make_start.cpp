#include "gui/app/make_start.h"

#include <algorithm>
#include <array>

#include "sim/lesson/read.h"

namespace imapscope::gui {
namespace {

/// What people call the mailboxes that are shipped.
struct Named {
  std::string_view file;
  std::string_view name;
};
constexpr std::array shipped{
    Named{"ada_five.mbox", "five letters"},
    Named{"twelve.mbox", "twelve letters"},
    Named{"shared_three.mbox", "three letters"},
    Named{"lecture.mbox", "the lecture's eighteen letters"},
};

std::string name_of_mailbox(const std::string& file) {
  for (const Named& named : shipped) {
    if (named.file == file) return std::string(named.name);
  }
  return file;
}

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
  entry.title = lesson::in_language(lesson.title, "en");
  entry.path = path;
  entry.group = lesson.group;
  entry.goal = lesson::in_language(lesson.goal, "en");
  entry.minutes = lesson.minutes;
  for (const lesson::Instruction& instruction : lesson.script) {
    if (std::holds_alternative<lesson::Say>(instruction.verb)) ++entry.steps;
    if (std::holds_alternative<lesson::Ask>(instruction.verb)) ++entry.questions;
  }
  return entry;
}

std::string counted(std::size_t count, std::string_view one) {
  return std::to_string(count) + " " + std::string(one) + (count == 1 ? "" : "s");
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
  return lessons;
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
    found.push_back({{joined(folder, entry.name), name_of_mailbox(entry.name),
                      first_subject(*mbox) + " \u2026"},
                     messages_in(*mbox)});
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const Sized& a, const Sized& b) { return a.messages < b.messages; });
  std::vector<MailboxChoice> choices;
  for (Sized& sized : found) choices.push_back(std::move(sized.choice));
  choices.push_back({"", "an empty mailbox", ""});
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

std::string holds(const Document& document) {
  if (document.player() != nullptr) return "a lesson";
  const Recording& recording = document.current();
  std::size_t connections = 0;
  for (const Lane& lane : recording.lanes) connections += lane.connections.size();
  return counted(connections, "connection") + " \u00b7 " +
         counted(wire_lines(recording.timeline), "line");
}

void fill_start(const StartState& start, const Document& document, Scene& scene) {
  scene.here = start.here;
  scene.files = start.files;
  if (!start.shown) return;
  StartView view;
  view.mailboxes = start.mailboxes;
  view.recent = start.recent;
  view.can_return = document.source() != Source::nothing;
  scene.start = std::move(view);
}

}  // namespace imapscope::gui
