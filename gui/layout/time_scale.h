// Wire time as people read it: labels, and where ticks stand on an axis that is not even.
//
// The timeline's axis runs on presentation time, so its ticks stand at round wire times, wherever
// those fall. Pure.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "sim/base/time.h"
#include "sim/words/words.h"

namespace imapscope::gui {

struct Tick {
  Instant at;
  float x = 0;
  std::string label;  ///< "0 s", "0.1", "2:30"
};

/// Round wire times from `from` to `to`, the roundest first to find a place, at least `apart` from
/// each other; in ascending order. `x_of` must be monotone.
[[nodiscard]] std::vector<Tick> time_ticks(const words::Words& words, Instant from, Instant to,
                                           float apart, const std::function<float(Instant)>& x_of);

/// "0.412 s", "12.05 s", "3:07.2", "1:02:33".
[[nodiscard]] std::string time_text(const words::Words& words, Instant t);
/// How long nothing happened: "350 ms", "2.4 s", "12 min", "3 h 20 min".
[[nodiscard]] std::string duration_text(const words::Words& words, Duration d);

}  // namespace imapscope::gui
