// Where a label stands on a band that marks cross: clear of them. Pure.
#pragma once

#include <span>

namespace imapscope::gui {

struct Stretch {
  float from = 0;
  float to = 0;
  [[nodiscard]] float width() const { return to - from; }
};

/// The first part of `whole` between `crossings` (ascending) that is at least `wanted` wide, or
/// else the widest.
[[nodiscard]] Stretch free_stretch(Stretch whole, std::span<const float> crossings, float wanted);

}  // namespace imapscope::gui
