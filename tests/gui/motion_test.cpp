#include "gui/scene/motion.h"

#include <doctest/doctest.h>

namespace imapscope::gui {

TEST_CASE("progress is nothing before the beginning and all after the end") {
  CHECK(progress(-0.1, 0.3) == 0);
  CHECK(progress(0, 0.3) == 0);
  CHECK(progress(0.15, 0.3) == doctest::Approx(0.5));
  CHECK(progress(0.3, 0.3) == 1);
  CHECK(progress(0, 0) == 1);
}

TEST_CASE("easing out is fast at first, monotone, and never overshoots") {
  CHECK(ease_out(0) == 0);
  CHECK(ease_out(1) == 1);
  CHECK(ease_out(0.25) > 0.25);
  double before = 0;
  for (int i = 1; i <= 100; ++i) {
    const double now = ease_out(i / 100.0);
    CHECK(now >= before);
    CHECK(now <= 1);
    before = now;
  }
}

TEST_CASE("with motion off a change is complete as soon as it begins") {
  CHECK(shown_progress(false, -0.01, 1) == 0);
  CHECK(shown_progress(false, 0, 1) == 1);
  CHECK(shown_progress(true, 0, 1) == 0);
  CHECK(shown_progress(true, 0.5, 1) == doctest::Approx(ease_out(0.5)));
}

}  // namespace imapscope::gui
