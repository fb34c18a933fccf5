#include "gui/app/window_state.h"

#include <algorithm>

#include "sim/lesson/read.h"

namespace imapscope::gui {
namespace {

const Recording& recording_of(const WindowState& state) {
  return state.document->current();
}

}  // namespace

void show(WindowState& state, std::unique_ptr<Document> document, std::string file) {
  state.document = std::move(document);
  state.file = std::move(file);
  ++state.documents;
  state.view.lessons = false;
  state.message = state.document->warning();
  state.view.selected_client.reset();
  state.view.selected_line.reset();
  state.view.token_chosen = false;
  state.view.open_folds.clear();
  state.draft = {};
  state.hints.clear();
  state.nudged.clear();
  state.nudge = false;
  state.playing = false;
  state.look_in_s = follow_every_s;
  seek_to_start(state);
}

Result<void, std::string> open_file(WindowState& state, const Files& files,
                                    const std::string& name) {
  auto document = open_document(files, name);
  if (!document) return fail(document.error());
  show(state, std::move(*document), name);
  return {};
}

std::vector<LessonEntry> find_lessons(const Files& files, const std::string& folder) {
  std::vector<LessonEntry> lessons;
  const auto entries = files.list(folder);
  if (!entries) return lessons;
  for (const Files::Entry& entry : *entries) {
    if (entry.is_folder || !entry.name.ends_with(".json")) continue;
    const std::string name = joined(folder, entry.name);
    const auto lesson = lesson::read_file(files, name);
    if (!lesson) continue;
    lessons.push_back({.number = lesson->number,
                       .title = lesson::in_language(lesson->title, "en"),
                       .path = name,
                       .group = lesson->group,
                       .goal = lesson::in_language(lesson->goal, "en"),
                       .minutes = lesson->minutes});
  }
  std::stable_sort(lessons.begin(), lessons.end(),
                   [](const LessonEntry& a, const LessonEntry& b) { return a.number < b.number; });
  return lessons;
}

namespace {

/// True if there was something new.
bool look_at_followed_file(WindowState& state, double seconds, const Files& files) {
  if (!state.document->is_followed()) return false;
  state.look_in_s -= seconds;
  if (state.look_in_s > 0) return false;
  state.look_in_s = follow_every_s;
  if (state.document->follow(files)) return true;
  if (!state.document->is_followed()) state.message = state.document->warning();
  return false;
}

}  // namespace

void advance(WindowState& state, double seconds, const Files& files) {
  state.stirs_s = std::max(0.0, state.stirs_s - seconds);
  const bool stood_at_end = state.head >= recording_of(state).end();
  if (look_at_followed_file(state, seconds, files) && stood_at_end) state.playing = true;
  if (!state.playing) return;
  constexpr double longest_leap_s = 0.1;  // a machine that was stopped does not leap ahead
  const double leap_s = std::min(seconds, longest_leap_s);
  const observer::ShownTime halt = recording_of(state).next_halt(state.head);
  state.head.us += static_cast<std::int64_t>(leap_s * 1e6 * state.speed);
  if (state.head >= halt) {
    state.head = halt;
    state.playing = false;
  }
}

void seek(WindowState& state, Instant t) {
  const Recording& recording = recording_of(state);
  state.head = std::clamp(recording.presentation.shown_time(t), recording.start(), recording.end());
}

void seek_to_start(WindowState& state) {
  state.head = state.document->current().start();
}

void seek_to_end(WindowState& state) {
  state.head = recording_of(state).end();
}

}  // namespace imapscope::gui
