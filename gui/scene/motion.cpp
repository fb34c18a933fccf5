#include "gui/scene/motion.h"

#include <algorithm>

namespace imapscope::gui {

double progress(double elapsed_s, double duration_s) {
  if (elapsed_s < 0) return 0;
  if (elapsed_s >= duration_s) return 1;
  return elapsed_s / duration_s;
}

double ease_out(double share) {
  const double rest = 1 - std::clamp(share, 0.0, 1.0);
  return 1 - rest * rest * rest;
}

double eased(double from, double to, double elapsed_s, double duration_s) {
  return from + (to - from) * ease_out(progress(elapsed_s, duration_s));
}

double shown_progress(bool motion, double elapsed_s, double duration_s) {
  if (!motion) return elapsed_s < 0 ? 0 : 1;
  return ease_out(progress(elapsed_s, duration_s));
}

}  // namespace imapscope::gui
