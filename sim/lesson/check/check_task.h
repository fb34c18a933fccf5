// Checking a task: its samples are played, each from where the task begins.
#pragma once

#include <vector>

#include "sim/lesson/player.h"

namespace imapscope::lesson {

/// What the samples of the open task do not keep: a solution that does not reach the goal, a near
/// miss that does, or fails for another part than it says. `player` is left as it is.
[[nodiscard]] std::vector<Unmet> unmet_samples(const Player& player);

}  // namespace imapscope::lesson
