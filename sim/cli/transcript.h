// A played lesson as text to read: narration, questions with their answers, and the wire.
#pragma once

#include <string>

#include "sim/cli/style.h"
#include "sim/lesson/player.h"
#include "sim/words/words.h"

namespace imapscope::cli {

/// Only what the player may show: an open question stands at its end, without its grades.
[[nodiscard]] std::string transcript(const lesson::Player& player, const words::Words& words,
                                     const Style& style);

}  // namespace imapscope::cli
