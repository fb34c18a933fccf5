// Rests: where a lesson waits for its viewer. Each is a place among the moments of the timeline, so
// one can play to it, step back to it, and stand there for as long as one reads.
#pragma once

#include <cstddef>
#include <vector>

#include "sim/base/lesson_terms.h"
#include "sim/lesson/player.h"
#include "sim/observer/presentation.h"
#include "sim/observer/timeline.h"

namespace imapscope::lesson {

struct Rest {
  std::size_t step = 0;
  RestKind kind = RestKind::told;
  std::size_t moments = 0;  ///< how many lie before it
  Instant at;               ///< of the wire: what the server does without a word is done by then
};

/// The rests of all that was played, in their order. Those of one step between which no moment lies
/// are one, of the latest kind. A step's last rest and the next step's first are always two, since
/// what was learned stays until the viewer goes on. Where a question is open, its `asked` is the
/// last. A branch has those that it shares with the lesson.
[[nodiscard]] std::vector<Rest> rests_of(const Player& player, const observer::Timeline& timeline);

/// The moments of the lesson's set-up; none where it has no such step.
[[nodiscard]] observer::Hurried set_up_of(const std::vector<Rest>& rests, const Player& player);

}  // namespace imapscope::lesson
