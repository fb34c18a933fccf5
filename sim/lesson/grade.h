// Grading a prediction, three ways: it happened; legal, but not this time; illegal, with the rule.
#pragma once

#include <string>

#include "sim/lesson/judge.h"
#include "sim/lesson/player.h"

namespace imapscope::lesson {

/// What did happen, in the words of the question's options: a line, "nothing", "Authenticated",
/// "3, 3, 5, 8". For questions that no single line decides, the option graded so.
[[nodiscard]] std::string happened(const Ask& ask, const Evidence& evidence);

/// Options are graded by their author (`imapsim check` verifies that), typed lines by `judge`.
[[nodiscard]] Answer grade(const Ask& ask, const Prediction& prediction, const Evidence& evidence);

/// The option whose text was typed, if any; case does not matter.
[[nodiscard]] const Option* option_named(const Ask& ask, const std::string& typed);

}  // namespace imapscope::lesson
