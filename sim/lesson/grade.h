// Grading a prediction, three ways: it happened; legal, but not this time; illegal, with the rule.
#pragma once

#include <string>

#include "sim/lesson/evidence.h"
#include "sim/lesson/player.h"

namespace imapscope::lesson {

struct Verdict {
  Grade grade = Grade::legal;
  std::string rule;  ///< one sentence; with the RFC section where it is illegal
};

/// What did happen, in the words of the question's options: a line, "nothing", "Authenticated",
/// "3, 3, 5, 8". For questions that no single line decides, the option graded so.
[[nodiscard]] std::string happened(const Ask& ask, const Evidence& evidence);

/// A line that might have come next instead of what did. Whether it is legal is for the observer to
/// say: it is shown the same traffic with this line in that place.
[[nodiscard]] Verdict judge(const std::string& line, const Evidence& evidence);

/// Options are graded by their author (`imapsim check` verifies that), typed lines by `judge`.
[[nodiscard]] Answer grade(const Ask& ask, const Prediction& prediction, const Evidence& evidence);

/// The option whose text was typed, if any; case does not matter.
[[nodiscard]] const Option* option_named(const Ask& ask, const std::string& typed);

}  // namespace imapscope::lesson
