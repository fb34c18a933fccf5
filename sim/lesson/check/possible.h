// What else could have happened: whether an option that is no line, but a state or numbers, breaks
// a rule. Decided by the tables of states and commands, and by counting; never by its author.
#pragma once

#include <optional>

#include "sim/lesson/judge.h"
#include "sim/lesson/model.h"

namespace imapscope::lesson {

/// The grade that an option which did not happen deserves; nothing where no table decides it, and
/// its author has to know.
[[nodiscard]] std::optional<Verdict> verdict_on(const Ask& ask, const Option& option,
                                                const Evidence& evidence);

}  // namespace imapscope::lesson
