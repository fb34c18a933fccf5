#include "gui/app/window_state.h"

#include <algorithm>

#include "gui/app/document/folder_list.h"
#include "gui/app/make/make_start.h"
#include "gui/app/remember/resume.h"

namespace imapscope::gui {
namespace {

const Recording& recording_of(const WindowState& state) {
  return state.document->current();
}

/// Whether that is one of the lessons beside the program.
bool is_listed(const WindowState& state, const std::string& name) {
  return std::any_of(state.lessons.begin(), state.lessons.end(),
                     [&](const LessonEntry& entry) { return entry.path == name; });
}

}  // namespace

void show_start(WindowState& state, const Files& files) {
  state.start.shown = true;
  state.view.lessons = false;
  state.playing = false;
  look_for(state.start.recent, files);
}

void list_files(WindowState& state, const Files& files, const std::string& folder) {
  state.start.files = list_folder(files, folder, words::Words(state.view.language));
  state.view.lessons = false;
  if (state.start.files->error.empty()) state.start.folder = state.start.files->path;
}

void show(WindowState& state, std::unique_ptr<Document> document, std::string file) {
  state.document = std::move(document);
  state.file = std::move(file);
  ++state.documents;
  state.view.lessons = false;
  state.start.shown = false;
  state.start.files.reset();
  state.message = state.document->warning();
  state.view.selected_client.reset();
  state.view.selected_line.reset();
  state.view.token_chosen = false;
  state.view.open_folds.clear();
  state.draft = {};
  state.hints.clear();
  state.hands.clear();
  state.view.counting_hands = false;
  state.nudged.clear();
  state.nudge = false;
  state.playing = false;
  state.look_in_s = follow_every_s;
  seek_to_start(state);
}

Result<void, Said> open_file(WindowState& state, const Files& files, const std::string& name) {
  if (files.list(name)) {
    list_files(state, files, name);
    return {};
  }
  auto document = open_document(files, name);
  if (!document) return fail(document.error());
  if (is_listed(state, name)) {
    state.start.here = name;
  } else {
    remember(state.start.recent, recent_file(rooted(state.start.home, name), **document));
  }
  const LessonProgress* before = state.progress.find(file_of(name));
  if (before == nullptr) {
    show(state, std::move(*document), name);
    return {};
  }
  answer_as_before(**document, *before);
  show(state, std::move(*document), name);
  state.head = place_before(*state.document, *before);
  state.note = resumed(*state.document, *before);
  return {};
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
