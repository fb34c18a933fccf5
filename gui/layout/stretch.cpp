#include "gui/layout/stretch.h"

#include <algorithm>

#include "sim/base/requires.h"

namespace imapscope::gui {

Stretch free_stretch(Stretch whole, std::span<const float> crossings, float wanted) {
  REQUIRES(std::is_sorted(crossings.begin(), crossings.end()));
  Stretch widest{whole.from, whole.from};
  Stretch part{whole.from, whole.from};
  const auto take = [&](float end) {
    part.to = end;
    if (widest.width() < wanted && part.width() > widest.width()) widest = part;
    part.from = end;
  };
  for (const float crossing : crossings) {
    if (crossing > whole.from && crossing < whole.to) take(crossing);
  }
  take(whole.to);
  return widest;
}

}  // namespace imapscope::gui
