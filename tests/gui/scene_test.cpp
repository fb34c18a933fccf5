#include "gui/scene/scene.h"

#include <doctest/doctest.h>

#include "tests/gui/test_scene.h"

namespace imapscope::gui {

TEST_CASE("the newest line is the last that has left, at any moment") {
  TestScene test(two_clients());
  const auto moments = test.scene.timeline->moments();
  std::optional<observer::LineId> newest;
  for (std::size_t i = 0; i <= moments.size(); ++i) {
    test.scene.head.moments = i;
    CHECK(newest_line(test.scene) == newest);
    if (i < moments.size() && moments[i].kind == observer::Moment::Kind::departs) {
      newest = moments[i].line;
    }
  }
}

}  // namespace imapscope::gui
