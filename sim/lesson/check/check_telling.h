// Checking how a lesson tells: how soon it asks, and whether what it points at is there.
#pragma once

#include <optional>
#include <vector>

#include "sim/lesson/player.h"

namespace imapscope::lesson {

/// A learner who only reads and watches falls asleep: the first question comes within this time.
inline constexpr Duration first_question_within = seconds(30);
/// How fast people read what is new to them.
inline constexpr int words_a_minute = 200;

/// How long it takes to come to the first question of a lesson that was played to its end: its
/// words are read, and its traffic is watched. Nothing where it asks nothing.
[[nodiscard]] std::optional<Duration> first_question_after(const Player& player);

/// The first question of a lesson that was played to its end comes too late, or its set-up has
/// nothing to hurry through.
[[nodiscard]] std::vector<Unmet> unmet_pace(const Player& player);

/// Highlights of lines, messages and flags that are neither there when their step begins nor when
/// it ends.
[[nodiscard]] std::vector<Unmet> unmet_highlights(const Player& player);

}  // namespace imapscope::lesson
