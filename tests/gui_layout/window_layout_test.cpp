#include "gui/layout/window_layout.h"

#include <doctest/doctest.h>

#include <vector>

using namespace imapscope::gui;

namespace {

const std::vector<WindowShape> shapes{
    {.width = 1280, .height = 800, .scale = 1},
    {.width = 1280, .height = 800, .scale = 1, .lesson = false},
    {.width = 1920, .height = 1080, .scale = 1},
    {.width = 1920, .height = 1080, .scale = 1.6F, .presenter = true},
    {.width = 3840, .height = 2160, .scale = 3},
    {.width = 1920, .height = 1080, .scale = 3},
    {.width = 1280, .height = 800, .scale = 1.5F},
};

bool overlap(const Rect& a, const Rect& b) {
  return !a.empty() && !b.empty() && a.x < b.right() && b.x < a.right() && a.y < b.bottom() &&
         b.y < a.bottom();
}

}  // namespace

TEST_CASE("the parts fill the window and never overlap") {
  for (const WindowShape& shape : shapes) {
    CAPTURE(shape.width);
    const WindowLayout layout = lay_out(shape, default_shares);
    float area = 0;
    for (std::size_t i = 0; i < part_count; ++i) {
      area += layout.parts[i].width * layout.parts[i].height;
      for (std::size_t j = i + 1; j < part_count; ++j) {
        CHECK_FALSE(overlap(layout.parts[i], layout.parts[j]));
      }
    }
    CHECK(area == doctest::Approx(shape.width * shape.height));
  }
}

TEST_CASE("a capture has no lesson pane, and the wire takes its place") {
  const WindowLayout with = lay_out(shapes[0], default_shares);
  const WindowLayout without = lay_out(shapes[1], default_shares);
  CHECK(without.of(Part::lesson).empty());
  CHECK(without.of(Part::traffic).x == 0);
  CHECK(without.of(Part::traffic).width > with.of(Part::traffic).width);
}

TEST_CASE("a splitter goes where it is dragged, within bounds") {
  const WindowShape& shape = shapes[0];
  Shares shares = default_shares;
  const WindowLayout before = lay_out(shape, shares);
  shares[static_cast<std::size_t>(Splitter::lesson)] =
      share_at(Splitter::lesson, 320, 300, shape, before);
  CHECK(lay_out(shape, shares).of(Part::lesson).width == doctest::Approx(320));
  CHECK(share_at(Splitter::lesson, 5, 300, shape, before) > 0.1F);
  CHECK(share_at(Splitter::side, 5, 300, shape, before) < 0.5F);
}

TEST_CASE("a window zoomed so far that parts cannot be read leaves them out, the wire last") {
  const WindowLayout far = lay_out({.width = 1920, .height = 1080, .scale = 3}, default_shares);
  CHECK(far.of(Part::state).empty());
  CHECK(far.of(Part::inspector).empty());
  CHECK(far.of(Part::timeline).empty());
  CHECK_FALSE(far.of(Part::traffic).empty());
  CHECK_FALSE(far.of(Part::console).empty());
}
