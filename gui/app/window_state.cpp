#include "gui/app/window_state.h"

#include <algorithm>

#include "sim/lesson/read.h"

namespace imapscope::gui {
namespace {

const observer::Presentation& presentation_of(const WindowState& state) {
  return state.document.current().presentation;
}

}  // namespace

std::vector<LessonEntry> find_lessons(const std::filesystem::path& folder) {
  std::vector<LessonEntry> lessons;
  std::error_code error;
  for (const auto& file : std::filesystem::directory_iterator(folder, error)) {
    if (file.path().extension() != ".json") continue;
    const auto lesson = lesson::read_file(file.path());
    if (!lesson) continue;
    lessons.push_back(
        {lesson->number, lesson::in_language(lesson->title, "en"), file.path().string()});
  }
  std::sort(lessons.begin(), lessons.end(),
            [](const LessonEntry& a, const LessonEntry& b) { return a.number < b.number; });
  return lessons;
}

void advance(WindowState& state, double seconds) {
  const bool stood_at_end = state.head >= presentation_of(state).end();
  if (state.document.follow() && stood_at_end) state.playing = true;
  if (!state.playing) return;
  const observer::ShownTime end = presentation_of(state).end();
  state.head.us += static_cast<std::int64_t>(seconds * 1e6 * state.speed);
  if (state.head >= end) {
    state.head = end;
    state.playing = false;
  }
}

void seek(WindowState& state, Instant t) {
  state.head = std::clamp(presentation_of(state).shown_time(t), state.document.current().start(),
                          presentation_of(state).end());
}

void seek_to_start(WindowState& state) {
  state.head = state.document.current().start();
}

void seek_to_end(WindowState& state) {
  state.head = presentation_of(state).end();
}

}  // namespace imapscope::gui
