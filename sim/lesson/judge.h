// Judging a line that somebody predicts: did it come, might it have come, or does it break a rule?
#pragma once

#include <string>
#include <string_view>

#include "sim/base/said.h"
#include "sim/lesson/evidence.h"

namespace imapscope::lesson {

/// How people write that no line comes.
inline constexpr std::string_view nothing = "nothing";

struct Verdict {
  Grade grade = Grade::legal;
  Said why;  ///< one sentence; with the RFC section where it is illegal
};

/// It breaks a rule, which stands in that section: "3501 §3"; of no section where that is empty.
[[nodiscard]] Verdict illegal(Said why, std::string_view rfc);

/// A line that might have come next instead of what did. Whether it is legal is for the observer to
/// say: it is shown the same traffic with this line in that place.
[[nodiscard]] Verdict judge(const std::string& line, const Evidence& evidence);

/// What was typed without the blanks around it, and without the `S: ` of a transcript.
[[nodiscard]] std::string line_of(std::string typed);

}  // namespace imapscope::lesson
