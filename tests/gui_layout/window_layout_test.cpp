#include "gui/layout/window_layout.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

#include "gui/layout/scaling.h"

using namespace imapscope::gui;

namespace {

struct Size {
  float width;
  float height;
};

constexpr Size sizes[] = {{640, 400},  {700, 900},   {900, 600},   {1024, 768},
                          {1280, 400}, {1280, 720},  {1280, 800},  {1440, 900},
                          {1920, 800}, {1920, 1080}, {2560, 1440}, {3840, 2160}};
constexpr float zooms[] = {0.75F, 1, 1.3F, 2, 3};

WindowShape shape_of(Size size, float zoom, bool presenter, bool lesson = true) {
  const Scaling scale = scaling(presenter, zoom, size.width, size.height);
  return {.width = size.width,
          .height = size.height,
          .scale = scale.scale,
          .lesson = lesson,
          .presenter = presenter,
          .lanes = 2,
          .unit = scale.unit,
          .pane = std::nullopt,
          .wanted = {}};
}

/// Every size, zoom and look, with a lesson and without.
std::vector<WindowShape> all_shapes() {
  std::vector<WindowShape> shapes;
  for (const Size size : sizes) {
    for (const float zoom : zooms) {
      for (const bool presenter : {false, true}) {
        for (const bool lesson : {false, true}) {
          shapes.push_back(shape_of(size, zoom, presenter, lesson));
        }
      }
    }
  }
  return shapes;
}

bool overlap(const Rect& a, const Rect& b) {
  return !a.empty() && !b.empty() && a.x < b.right() && b.x < a.right() && a.y < b.bottom() &&
         b.y < a.bottom();
}

void check_filled(const WindowShape& shape) {
  CAPTURE(shape.width);
  CAPTURE(shape.height);
  CAPTURE(shape.unit);
  CAPTURE(shape.presenter);
  const WindowLayout layout = lay_out(shape, default_shares);
  float area = 0;
  for (std::size_t i = 0; i < part_count; ++i) {
    CAPTURE(i);
    const Rect& part = layout.parts[i];
    area += part.width * part.height;
    CHECK(part.x >= 0);
    CHECK(part.y >= 0);
    CHECK(part.right() <= shape.width + 0.5F);
    CHECK(part.bottom() <= shape.height + 0.5F);
    for (std::size_t j = i + 1; j < part_count; ++j) {
      CHECK_FALSE(overlap(part, layout.parts[j]));
    }
  }
  CHECK(area == doctest::Approx(shape.width * shape.height));
}

/// Whether `part` can be brought to the screen by choosing it or asking for it.
bool is_reachable(WindowShape shape, Part part) {
  if (!lay_out(shape, default_shares).of(part).empty()) return true;
  want_part(shape.wanted, part, true);
  shape.pane = part;
  return !lay_out(shape, default_shares).of(part).empty();
}

}  // namespace

TEST_CASE("the strip of inputs stands below the toolbar, and not on the wall") {
  WindowShape shape;
  shape.height = 800;
  shape.inputs = true;
  for (const float width : {640.F, 900.F, 1280.F, 1920.F}) {
    shape.width = width;
    const WindowLayout layout = lay_out(shape, default_shares);
    CHECK(layout.of(Part::inputs).y == layout.of(Part::toolbar).bottom());
    CHECK(layout.of(Part::inputs).width == width);
  }
  shape.presenter = true;
  CHECK(lay_out(shape, default_shares).of(Part::inputs).empty());
}

TEST_CASE("the parts fill the window and never overlap, at every size and zoom") {
  for (const WindowShape& shape : all_shapes()) check_filled(shape);
}

TEST_CASE("they still do with every part on screen that can be asked for") {
  for (WindowShape shape : all_shapes()) {
    shape.wanted = {.console = true, .inspector = true, .timeline = true, .notes = true};
    check_filled(shape);
  }
}

TEST_CASE("no pane is ever unreachable") {
  for (const WindowShape& shape : all_shapes()) {
    CAPTURE(shape.width);
    CAPTURE(shape.height);
    CAPTURE(shape.unit);
    CAPTURE(shape.presenter);
    for (const Part part : {Part::traffic, Part::inspector, Part::state, Part::mailbox,
                            Part::timeline, Part::console}) {
      CAPTURE(static_cast<int>(part));
      CHECK(is_reachable(shape, part));
    }
    if (shape.lesson) CHECK(is_reachable(shape, Part::lesson));
  }
}

TEST_CASE("a window of 1200 has all panes; a narrower or lower one makes tabs of three") {
  CHECK(form_of(shape_of({1200, 720}, 1, false)) == Form::wide);
  for (const WindowShape& shape : {shape_of({900, 600}, 1, false), shape_of({640, 400}, 1, false),
                                   shape_of({1280, 720}, 1.3F, false)}) {
    CHECK(form_of(shape) == Form::narrow);
    const WindowLayout layout = lay_out(shape, default_shares);
    CHECK(layout.tabs == std::vector{Part::state, Part::mailbox, Part::inspector});
    CHECK_FALSE(layout.of(Part::lesson).empty());
    CHECK_FALSE(layout.of(Part::traffic).empty());
  }
}

TEST_CASE("at 900 by 600 the parts stand where they were drawn") {
  const WindowLayout layout = lay_out(shape_of({900, 600}, 1, false), default_shares);
  CHECK(layout.of(Part::toolbar) == Rect{0, 0, 900, 44});
  CHECK(layout.of(Part::lesson) == Rect{0, 44, 272, 484});
  CHECK(layout.of(Part::traffic) == Rect{272, 44, 628, 250});
  CHECK(layout.of(Part::mailbox) == Rect{272, 294, 628, 234});
  CHECK(layout.of(Part::timeline) == Rect{0, 528, 900, 30});
  CHECK(layout.of(Part::console) == Rect{0, 558, 900, 42});
}

TEST_CASE("Present has the columns it was drawn with, and type as large") {
  struct Drawn {
    Size size;
    float toolbar;
    float lesson;
    float ladder;
    float pane;
    float heading;
    float body;
    float wire;
    float label;
  };
  for (const Drawn& drawn : {Drawn{{1280, 720}, 48, 432, 588, 260, 26, 21, 20, 17},
                             Drawn{{1920, 1080}, 64, 560, 762, 598, 34, 27, 26, 21}}) {
    const WindowShape shape = shape_of(drawn.size, 1, true);
    const WindowLayout layout = lay_out(shape, default_shares);
    CHECK(form_of(shape) == Form::wall);
    CHECK(layout.of(Part::toolbar).height == drawn.toolbar);
    CHECK(layout.of(Part::lesson).width == drawn.lesson);
    CHECK(layout.of(Part::traffic).width == drawn.ladder);
    CHECK(layout.of(Part::state).width == drawn.pane);
    const Scaling set = scaling(true, 1, drawn.size.width, drawn.size.height);
    CHECK(set.type.heading * set.scale == doctest::Approx(drawn.heading));
    CHECK(set.type.body * set.scale == doctest::Approx(drawn.body));
    CHECK(set.type.wire * set.scale == doctest::Approx(drawn.wire));
    CHECK(set.type.label * set.scale == doctest::Approx(drawn.label));
  }
}

TEST_CASE("Present shows the pane that is asked for, and nothing that is not") {
  WindowShape shape = shape_of({1280, 720}, 1, true);
  const WindowLayout quiet = lay_out(shape, default_shares);
  for (const Part part :
       {Part::mailbox, Part::inspector, Part::timeline, Part::console, Part::notes}) {
    CHECK(quiet.of(part).empty());
  }
  shape.pane = Part::mailbox;
  shape.wanted.console = true;
  const WindowLayout asked = lay_out(shape, default_shares);
  CHECK(asked.of(Part::state).empty());
  CHECK_FALSE(asked.of(Part::mailbox).empty());
  CHECK(asked.of(Part::console).bottom() == 720);
}

TEST_CASE("zooming far makes tabs of everything, one pane at a time") {
  WindowShape shape = shape_of({1280, 720}, 3, false);
  CHECK(form_of(shape) == Form::single);
  CHECK_FALSE(lay_out(shape, default_shares).of(Part::lesson).empty());
  for (const Part part : tabs_of(shape)) {
    shape.pane = part;
    CHECK(lay_out(shape, default_shares).of(part).width == shape.width);
  }
}

TEST_CASE("a capture has no lesson pane, and the wire takes its place") {
  const WindowLayout with = lay_out(shape_of({1280, 800}, 1, false), default_shares);
  const WindowLayout without = lay_out(shape_of({1280, 800}, 1, false, false), default_shares);
  CHECK(without.of(Part::lesson).empty());
  CHECK(without.of(Part::traffic).x == 0);
  CHECK(without.of(Part::traffic).width > with.of(Part::traffic).width);
}

TEST_CASE("a splitter goes where it is dragged, within bounds") {
  const WindowShape shape = shape_of({1280, 800}, 1, false);
  Shares shares = default_shares;
  const WindowLayout before = lay_out(shape, shares);
  shares[static_cast<std::size_t>(Splitter::lesson)] =
      share_at(Splitter::lesson, 320, 300, shape, before);
  CHECK(lay_out(shape, shares).of(Part::lesson).width == doctest::Approx(320));
  CHECK(share_at(Splitter::lesson, 5, 300, shape, before) > 0.1F);
  CHECK(share_at(Splitter::side, 5, 300, shape, before) < 0.5F);
}

TEST_CASE("a step names its pane in the lesson's words") {
  CHECK(part_named("mailbox") == Part::mailbox);
  CHECK(part_named("console") == Part::console);
  CHECK_FALSE(part_named("moon").has_value());
}
