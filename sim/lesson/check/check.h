// Checking a lesson: it is read, played with the right answers, and everything that it promises is
// held against what happens on the wire.
#pragma once

#include <cstddef>
#include <optional>

#include "sim/base/result.h"
#include "sim/lesson/player.h"
#include "sim/lesson/read/read.h"
#include "sim/lesson/read/translation.h"

namespace imapscope::lesson {

/// A language that the lesson does not speak to its end.
struct HalfTranslated {
  std::string file;
  Gaps gaps;
};

struct CheckReport {
  std::size_t steps = 0;
  std::size_t questions = 0;
  std::size_t tasks = 0;
  std::size_t expectations = 0;
  std::size_t events = 0;
  std::optional<Duration> first_question;  ///< how long it takes to come to it
  std::vector<HalfTranslated> half_translated;
};

/// What a played lesson does not keep, in the order of its file: instructions that the world
/// refused, expectations, the option that is graded `happened`, the other grades as far as
/// `verdict_on` decides them, highlights of what is not there, and a first question that comes
/// late.
[[nodiscard]] std::vector<Unmet> unmet_promises(const Player& player);

/// The error is the first fault in the file.
[[nodiscard]] Result<CheckReport, ReadError> check_file(const Files& files,
                                                        const std::string& name);

}  // namespace imapscope::lesson
