#include "gui/app/document/lesson_document.h"

#include <utility>

namespace imapscope::gui {
namespace {

/// Where the player's steps rest among the moments.
void place_rests(Recording& recording, const lesson::Player& player) {
  recording.rests = lesson::rests_of(player, recording.timeline);
  recording.set_up = lesson::set_up_of(recording.rests, player);
  recording.asks = player.question() != nullptr;
  refresh(recording);
}

Recording record_of(const lesson::Player& player, std::string name) {
  Recording recording = record(player.trace(), std::move(name));
  place_rests(recording, player);
  return recording;
}

}  // namespace

LessonDocument::LessonDocument(lesson::Lesson lesson)
    : LessonDocument(lesson::Player(std::move(lesson))) {}

LessonDocument::LessonDocument(lesson::Player player) : Document({}, record_of(player, "lesson")) {
  players_.push_back(std::move(player));
}

std::string LessonDocument::title(const words::Words& words) const {
  return lesson::in_language(player()->lesson().title, words.language());
}

void LessonDocument::grow() {
  take_in(recording(), playing().trace());
  place_rests(recording(), playing());
  changed();
}

void LessonDocument::begin_again() {
  recording() = record_of(playing(), current().name);
  changed();
}

Result<lesson::Answer, Said> LessonDocument::answer(const lesson::Prediction& prediction) {
  if (question() == nullptr) return Document::answer(prediction);
  auto answer = playing().answer(prediction);
  if (answer) grow();
  return answer;
}

bool LessonDocument::answer_next_correctly() {
  if (!playing().pass()) return false;
  begin_again();
  return true;
}

Result<void, Said> LessonDocument::retry(std::size_t step) {
  auto set_back = playing().retry(step);
  if (set_back) begin_again();
  return set_back;
}

Result<void, Said> LessonDocument::reset_task() {
  if (task() == nullptr) return Document::reset_task();
  playing().reset_task();
  begin_again();
  return {};
}

Result<void, Said> LessonDocument::leave_task() {
  if (task() == nullptr) return Document::leave_task();
  playing().leave_task();
  begin_again();
  return {};
}

bool LessonDocument::acting_forks(observer::ShownTime head) const {
  const std::size_t moments = current().presentation.moments_until(head);
  const bool at_end = moments >= current().timeline.moments().size();
  const bool may_grow = player()->is_branch() || player()->task() != nullptr;
  return !(at_end && may_grow);
}

Result<void, Said> LessonDocument::act(const world::Action& action, observer::ShownTime head) {
  const auto* send = std::get_if<world::Send>(&action);
  const Said asked = send == nullptr ? Said() : players_.front().still_asked(send->text);
  if (!asked.empty()) return fail(asked);
  if (!acting_forks(head)) {
    auto done = playing().act(action);
    if (done) grow();
    return done;
  }
  const Instant at = current().reached_at(head);
  auto branch = player()->fork(at);
  if (!branch) return fail(branch.error());
  if (auto done = branch->act(action); !done) return done;
  Recording tried = record_of(*branch, {});
  players_.push_back(std::move(*branch));
  add_branch(std::move(tried), at);
  return {};
}

void LessonDocument::remove_branch(std::size_t branch) {
  const std::size_t before = recordings().size();
  Document::remove_branch(branch);
  if (recordings().size() == before) return;
  players_.erase(players_.begin() + static_cast<std::ptrdiff_t>(branch));
}

bool LessonDocument::goes_on(std::size_t branch) const {
  return !players_[branch].is_branch() && !players_[branch].finished();
}

std::optional<world::Xray> LessonDocument::xray(observer::ShownTime head) const {
  return player()->world_at(current().reached_at(head)).xray();
}

}  // namespace imapscope::gui
