// Player: plays a lesson as far as the learner has earned it. It never simulates past a question
// that has no answer yet, or a task that is open, so nothing beyond the reveal limit exists
// anywhere. A copyable value.
#pragma once

#include <cstddef>
#include <map>
#include <memory>
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
  std::optional<std::size_t> option;  ///< that was predicted, chosen or typed; it says why …
  Said why;                           ///< … and else this; with the RFC where it is illegal
  std::string happened;               ///< the line that did come, or "nothing"
};

/// A task, and how far the learner has come with it.
struct TaskRun {
  Task task;
  Instant begins;
  std::size_t events = 0;             ///< of the trace, when it begins
  std::size_t tries = 1;              ///< each reset begins another
  bool reached = false;               ///< the goal, by the learner in this try
  std::optional<std::size_t> fewest;  ///< commands, of all tries that reached it; nothing: none did
  std::vector<world::Send> best;      ///< what was typed in the try that had so few
  std::optional<Instant> left;        ///< when the lesson went on; nothing: it is open
  std::size_t left_events = 0;        ///< of the trace, then
};

/// A part of a task's goal at some moment.
struct PartState {
  Text words;
  bool holds = false;
};
/// How far a task has come at some moment.
struct Progress {
  std::vector<PartState> parts;  ///< as many as its goal has
  std::size_t commands = 0;      ///< sent since it began

  [[nodiscard]] bool reached() const;
};

/// A step: a `say` and what follows it. It is current from `begins` on.
struct Step {
  Say say;
  Instant begins;
  std::size_t events = 0;           ///< of the trace, when it begins
  std::optional<Ask> ask;           ///< a question is asked in this step …
  std::optional<Instant> asked_at;  ///< … at this time, after `asked_events` events
  std::size_t asked_events = 0;
  std::optional<Answer> answer;        ///< … and it was answered
  std::optional<Answer> first_answer;  ///< the first try, which counts; retries keep it
  std::optional<Instant> decided;      ///< when the outcome showed
  std::optional<Instant> ended;        ///< when all of its traffic had crossed …
  std::size_t end_events = 0;          ///< … with this many events
  std::optional<TaskRun> task;         ///< a step has a question, or a task, or neither
  std::vector<Highlight> highlights;
  std::size_t highlights_told = 0;  ///< how many of them stand before the question
};

/// Of whom a highlight in this step speaks; empty: of nobody.
[[nodiscard]] std::string client_of(const Step& step, const Highlight& highlight);

/// An `expect` that was not met, for `imapsim check`.
struct Unmet {
  Place place;
  Said message;
};

/// Between two instructions, if no verb says otherwise.
inline constexpr Duration default_pause = milliseconds(50);

class Player {
 public:
  /// Plays up to the first question or task, or to the end.
  explicit Player(Lesson lesson);

  [[nodiscard]] const Lesson& lesson() const { return *lesson_; }
  /// All that may be shown.
  [[nodiscard]] const trace::Trace& trace() const { return world_.trace(); }
  [[nodiscard]] const std::vector<Step>& steps() const { return steps_; }
  [[nodiscard]] std::size_t step_count() const;      ///< of the whole lesson
  [[nodiscard]] std::size_t question_count() const;  ///< of the whole lesson
  [[nodiscard]] const Ask* question() const;         ///< that blocks the way; null: none
  [[nodiscard]] const TaskRun* task() const;         ///< that blocks the way; null: none
  /// The script has been played to its end. Never true of a branch, where it does not go on.
  [[nodiscard]] bool finished() const;
  [[nodiscard]] const std::vector<Unmet>& unmet() const { return unmet_; }

  /// Locks the prediction in, plays on to the next question or the end, and grades it by what
  /// happened.
  Result<Answer, Said> answer(const Prediction& prediction);
  /// Answers with the option that is graded `happened`: for `imapsim play`, `check` and screenshots
  /// at the end.
  void answer_correctly();

  /// Asks the question of a step that was answered wrong once more: the wire is set back to where
  /// it was asked. `first_answer` stays, there and in all later steps, and so does what was reached
  /// in later tasks: `tries`, `fewest` and `best`.
  Result<void, Said> retry(std::size_t step);

  // ---- an open task ----

  /// Sets the wire back to where the task began: another try.
  void reset_task();
  /// Goes on behind the task. The lesson's own thread is one in which the first solution was
  /// played, unless the task is solved and nothing but words follows it.
  /// For a learner who gives up, too.
  void leave_task();
  /// How far the step's task had come at `t`, or when it was left; nothing where the step has none.
  /// It costs as much as `world_at`.
  [[nodiscard]] std::optional<Progress> progress(std::size_t step, Instant t) const;

  /// Answers the open question with what happens, or plays the open task's first solution and goes
  /// on. False: nothing blocks the way.
  bool pass();

  /// What was done to the world so far, in order.
  [[nodiscard]] const std::vector<world::Input>& inputs() const { return inputs_; }
  /// The world as it was at `t`: from a checkpoint, so quickly. Never later than what may be shown.
  [[nodiscard]] world::World world_at(Instant t) const;
  /// How far it has been played.
  [[nodiscard]] Instant now() const { return world_.now(); }
  /// When step `index` ends: as the next one begins, or now.
  [[nodiscard]] Instant end_of_step(std::size_t index) const;

  /// A branch: the history up to `t`, then only what is typed. The lesson's script does not go on
  /// in it, and a question that is not decided by `t` is none of it. Refused in the step of an open
  /// question, whose traffic the branch would show to its end; one can branch before that step.
  [[nodiscard]] Result<Player, Said> fork(Instant t) const;
  [[nodiscard]] bool is_branch() const { return branch_; }
  /// Why `line` (with its tag) may not be sent in a branch yet: it is the very command that the
  /// open question asks about. Empty: it may.
  [[nodiscard]] Said still_asked(const std::string& line) const;
  /// In a branch, or as the learner in an open task that is not solved yet: does this at the end of
  /// the history and lets the world settle.
  Result<void, Said> act(const world::Action& action);

 private:
  struct Checkpoint {
    world::World world;
    std::size_t inputs;  // that it has seen
  };

  void play();
  void end_step();
  void perform(const Instruction& instruction);
  void begin_step(const Say& say);
  void point_at(const Highlight& highlight);
  void ask(const Ask& question);
  void begin_task(const Task& task);
  void set_back(Instant t);
  [[nodiscard]] std::vector<world::Send> typed_since(Instant t) const;
  [[nodiscard]] bool only_words_follow() const;
  Result<void, Said> act_in_task(const world::Action& action);
  Result<void, Said> act_now(const world::Action& action);
  void play_first_solution();
  void expect(const Expect& expect, Place place);
  /// False, and an `Unmet`, where the world refuses.
  bool act_in_script(world::Action action, Place place);
  void rest(Duration pause);
  void wait_for_greeting(const std::string& client);
  void wait_for_completion(const std::string& client);

  std::shared_ptr<const Lesson> lesson_;
  world::World world_;
  std::size_t next_ = 0;  // into the script
  bool asking_ = false;
  bool tasking_ = false;
  bool branch_ = false;
  std::vector<Step> steps_;
  std::vector<world::Input> inputs_;
  std::vector<Unmet> unmet_;
  std::vector<Checkpoint> checkpoints_;
  std::vector<std::shared_ptr<const Player>> asked_;  // itself at each question, for retries
  std::map<std::size_t, Answer> first_answers_;       // by step
  std::map<std::size_t, TaskRun> runs_;          // by step, of tasks that a retry went back before
  std::map<std::string, std::size_t> expected_;  // lines of this step that expectations have passed
};

}  // namespace imapscope::lesson
