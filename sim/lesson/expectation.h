// Checking an `expect`: whether a line reached the client in this step.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "sim/base/said.h"
#include "sim/lesson/evidence.h"
#include "sim/lesson/model.h"

namespace imapscope::lesson {

/// Why the expectation is not met, in one sentence; nothing where it is. Expectations of a step
/// follow each other as their lines do: the search begins behind `passed` lines, and `passed`
/// moves behind the line that was found. `absent` looks at the whole step.
[[nodiscard]] std::optional<Said> unmet_by(const Expect& expect, const Evidence& evidence,
                                           std::size_t& passed);

/// Whether a line is what the pattern says; `*` at its end matches anything.
[[nodiscard]] bool matches(std::string_view pattern, std::string_view line);

}  // namespace imapscope::lesson
