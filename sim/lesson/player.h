// Player: plays a lesson as far as the learner has earned it. It never simulates past a question
// that has no answer yet, so nothing beyond the reveal limit exists anywhere. A copyable value.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "sim/lesson/model.h"
#include "sim/world/world.h"

namespace imapscope::lesson {

/// A prediction: one of the options, or a line the learner typed.
using Prediction = std::variant<std::size_t, std::string>;

struct Answer {
  Prediction prediction;
  Grade grade;
  std::string rule;      ///< why; with the RFC section where it is illegal
  std::string happened;  ///< the line that did come, or "nothing"
};

/// A step: a `say` and what follows it. It is current from `begins` on.
struct Step {
  Say say;
  Instant begins;
  std::size_t events = 0;           ///< of the trace, when it begins
  std::optional<Ask> ask;           ///< a question is asked in this step …
  std::optional<Instant> asked_at;  ///< … at this time, after `asked_events` events
  std::size_t asked_events = 0;
  std::optional<Answer> answer;  ///< … and it was answered
  std::vector<std::string> highlights;
};

/// An `expect` that was not met, for `imapsim check`.
struct Unmet {
  Place place;
  std::string message;
};

class Player {
 public:
  /// Plays up to the first question, or to the end.
  explicit Player(Lesson lesson);

  [[nodiscard]] const Lesson& lesson() const;
  [[nodiscard]] const trace::Trace& trace() const;  ///< all that may be shown
  [[nodiscard]] const std::vector<Step>& steps() const;
  [[nodiscard]] std::size_t step_count() const;  ///< of the whole lesson
  [[nodiscard]] const Ask* question() const;     ///< that blocks the way; null: none
  [[nodiscard]] bool finished() const;
  [[nodiscard]] const std::vector<Unmet>& unmet() const;

  /// Locks the prediction in, plays on to the next question or the end, and grades it by what
  /// happened.
  Result<Answer, std::string> answer(const Prediction& prediction);
  /// Answers with the option that is graded `happened`: for `imapsim play`, `check` and screenshots
  /// at the end.
  void answer_correctly();

  /// What was done to the world so far, in order.
  [[nodiscard]] const std::vector<world::Input>& inputs() const;
  /// The world as it was at `t`: from a checkpoint, so quickly.
  [[nodiscard]] world::World world_at(Instant t) const;

  /// A branch: the history up to `t`, then only what is typed. The lesson's script does not go on
  /// in it.
  [[nodiscard]] Player fork(Instant t) const;
  [[nodiscard]] bool is_branch() const;
  /// Only in a branch: does this at the end of its history and lets the world settle.
  Result<void, std::string> act(const world::Action& action);
};

}  // namespace imapscope::lesson
