#include "gui/app/lesson_document.h"

#include <utility>

namespace imapscope::gui {
namespace {

/// Where the player's steps and questions stand among the moments.
void place_steps(Recording& recording, const lesson::Player& player) {
  recording.step_moments.clear();
  recording.questions.clear();
  const auto& steps = player.steps();
  for (std::size_t i = 0; i < steps.size(); ++i) {
    recording.step_moments.push_back(
        moments_before(recording.timeline, steps[i].begins, steps[i].events));
    if (!steps[i].asked_at) continue;
    recording.questions.push_back(
        {i, moments_before(recording.timeline, *steps[i].asked_at, steps[i].asked_events)});
  }
  refresh(recording);
}

Recording record_of(const lesson::Player& player, std::string name) {
  Recording recording = record(player.trace(), std::move(name));
  place_steps(recording, player);
  return recording;
}

}  // namespace

LessonDocument::LessonDocument(lesson::Lesson lesson)
    : LessonDocument(lesson::Player(std::move(lesson))) {}

LessonDocument::LessonDocument(lesson::Player player)
    : Document(lesson::in_language(player.lesson().title, "en"), record_of(player, "lesson")) {
  players_.push_back(std::move(player));
}

std::vector<std::string> LessonDocument::languages() const {
  std::vector<std::string> languages;
  for (const auto& [language, title] : player()->lesson().title) languages.push_back(language);
  return languages;
}

void LessonDocument::grow() {
  take_in(recording(), playing().trace());
  place_steps(recording(), playing());
  changed();
}

Result<lesson::Answer, std::string> LessonDocument::answer(const lesson::Prediction& prediction) {
  if (question() == nullptr) return Document::answer(prediction);
  auto answer = playing().answer(prediction);
  if (answer) grow();
  return answer;
}

bool LessonDocument::answer_next_correctly() {
  if (!playing().pass()) return false;
  // Of an open task, what the learner has typed is gone.
  recording() = record_of(playing(), current().name);
  changed();
  return true;
}

bool LessonDocument::acting_forks(std::size_t moments) const {
  const bool at_end = moments >= current().timeline.moments().size();
  const bool may_grow = player()->is_branch() || player()->task() != nullptr;
  return !(at_end && may_grow);
}

Result<void, std::string> LessonDocument::act(const world::Action& action, std::size_t moments) {
  if (!acting_forks(moments)) {
    auto done = playing().act(action);
    if (done) grow();
    return done;
  }
  const Instant at = current().time_of(moments);
  lesson::Player branch = player()->fork(at);
  if (auto done = branch.act(action); !done) return done;
  Recording tried = record_of(branch, "try " + std::to_string(recordings().size()));
  players_.push_back(std::move(branch));
  add_branch(std::move(tried), at);
  return {};
}

std::optional<world::Xray> LessonDocument::xray(std::size_t moments) const {
  return player()->world_at(current().time_of(moments)).xray();
}

}  // namespace imapscope::gui
