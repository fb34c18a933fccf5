// Progress: what a learner has reached, lesson by lesson. A value, and how it is written down; the
// file is the window's affair.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "sim/base/result.h"
#include "sim/lesson/model.h"
#include "sim/lesson/player.h"

namespace imapscope::gui {

/// A question that was answered. Its first try is the one that counts.
struct Answered {
  lesson::Grade first;
  lesson::Grade last;
  lesson::Prediction tried;       ///< the first
  lesson::Prediction prediction;  ///< the last

  bool operator==(const Answered&) const = default;
};

/// A task that was solved.
struct Solved {
  std::size_t commands = 0;          ///< of the best try
  std::vector<world::Send> lines{};  ///< that were typed in it

  bool operator==(const Solved&) const = default;
};

struct LessonProgress {
  std::map<std::size_t, Answered> answers;  ///< by the step that asks, from 0
  std::map<std::size_t, Solved> tasks;      ///< by step
  std::size_t step = 0;                     ///< the furthest that was reached, from 1
  bool done = false;                        ///< to its end

  /// Questions that were answered right at the first try.
  [[nodiscard]] std::size_t right() const;
  bool operator==(const LessonProgress&) const = default;
};

class Progress {
 public:
  /// Nothing of it is known: null.
  [[nodiscard]] const LessonProgress* find(const std::string& lesson) const;

  // ---- what happened; a lesson is known by the name of its file ("001_hello.json") ----
  void answered(const std::string& lesson, std::size_t step, const lesson::Answer& answer);
  void task_done(const std::string& lesson, std::size_t step, const Solved& solved);
  void reached(const std::string& lesson, std::size_t step, bool is_end);
  /// As if the lesson had never been opened; without a name, all of them.
  void forget(const std::string& lesson);

  bool operator==(const Progress&) const = default;

 private:
  friend std::string print_progress(const Progress& progress);
  friend Result<Progress, Said> read_progress(std::string_view json);

  std::map<std::string, LessonProgress> lessons_;
};

[[nodiscard]] std::string print_progress(const Progress& progress);
/// An error says what is wrong: "It is no JSON object."
[[nodiscard]] Result<Progress, Said> read_progress(std::string_view json);

}  // namespace imapscope::gui
