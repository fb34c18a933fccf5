#include "gui/layout/stretch.h"

#include <doctest/doctest.h>

#include <array>
#include <vector>

namespace imapscope::gui {
namespace {

std::vector<float> ends(Stretch stretch) {
  return {stretch.from, stretch.to};
}

TEST_CASE("without marks a label has the whole band") {
  CHECK(ends(free_stretch({10, 90}, {}, 30)) == std::vector<float>{10, 90});
}

TEST_CASE("a label stands in the first part that holds it") {
  const std::array<float, 3> marks{20, 60, 95};
  CHECK(ends(free_stretch({10, 90}, marks, 30)) == std::vector<float>{20, 60});
  CHECK(ends(free_stretch({10, 90}, marks, 10)) == std::vector<float>{10, 20});
}

TEST_CASE("where no part holds it, the widest is taken") {
  const std::array<float, 3> marks{20, 50, 70};
  CHECK(ends(free_stretch({10, 90}, marks, 60)) == std::vector<float>{20, 50});
}

TEST_CASE("marks beside the band do not matter") {
  const std::array<float, 4> marks{-5, 10, 90, 200};
  CHECK(ends(free_stretch({10, 90}, marks, 40)) == std::vector<float>{10, 90});
}

}  // namespace
}  // namespace imapscope::gui
