// LessonDocument: a lesson, played as far as its learner has come, and the branches that he tried.
#pragma once

#include "gui/app/document/document.h"

namespace imapscope::gui {

class LessonDocument : public Document {
 public:
  explicit LessonDocument(lesson::Lesson lesson);

  [[nodiscard]] Source source() const override { return Source::lesson; }
  [[nodiscard]] std::string title(const words::Words& words) const override;
  [[nodiscard]] bool lanes_appear() const override { return true; }

  [[nodiscard]] const lesson::Player* player() const override { return &players_[branch()]; }
  Result<lesson::Answer, Said> answer(const lesson::Prediction& prediction) override;
  bool answer_next_correctly() override;
  Result<void, Said> retry(std::size_t step) override;
  Result<void, Said> reset_task() override;
  Result<void, Said> leave_task() override;

  [[nodiscard]] std::string_view why_not() const override { return {}; }
  Result<void, Said> act(const world::Action& action, observer::ShownTime head) override;
  [[nodiscard]] bool acting_forks(observer::ShownTime head) const override;
  [[nodiscard]] std::optional<world::Xray> xray(observer::ShownTime head) const override;
  void remove_branch(std::size_t branch) override;
  [[nodiscard]] bool goes_on(std::size_t branch) const override;

 private:
  explicit LessonDocument(lesson::Player player);

  [[nodiscard]] lesson::Player& playing() { return players_[branch()]; }
  /// Takes what the player has played since into the recording.
  void grow();
  /// The same, where the player has gone back.
  void begin_again();

  std::vector<lesson::Player> players_;  ///< one for each recording
};

}  // namespace imapscope::gui
