// Pages above the picture: inside the window at every size, and alone with the keys.
#include <doctest/doctest.h>

#include <string>

#include "gui/imgui/widgets.h"
#include "gui/panes/overlay.h"
#include "tests/gui/test_scene.h"
#include "tests/gui/whole_window.h"

using namespace imapscope;
using namespace imapscope::gui;

namespace {

struct Shown {
  const char* page;
  Intent wish;
  Intent close;
};
const Shown pages[] = {{"help", ShowHelp{true}, ShowHelp{false}},
                       {"marks", ShowMarks{true}, ShowMarks{false}}};

}  // namespace

TEST_CASE("pages stay inside the window, whatever its size and zoom") {
  TestScene test(two_clients());
  test.scene.message = "A sentence that is long enough to need more than one line in any window.";
  for (const ImVec2 size : {ImVec2{640, 400}, ImVec2{900, 600}, ImVec2{1920, 1080}}) {
    for (const float scale : {0.75F, 1.0F, 3.0F}) {
      CAPTURE(size.x);
      CAPTURE(scale);
      test.theme().scale = scale;
      test.scene.view.help = true;
      test.scene.view.marks = true;
      Intents intents;
      NullBackend ui(test_faces(), size,
                     [&] { draw_overlays(test.scene, size.x, size.y, intents); });
      ui.frames(3);
      for (const char* page : {"help", "marks", "message"}) {
        CAPTURE(page);
        const auto rect = ui.items().find(page);
        REQUIRE(rect.has_value());
        CHECK(rect->min.x >= 0);
        CHECK(rect->min.y >= 0);
        CHECK(rect->max.x <= size.x);
        CHECK(rect->max.y <= size.y);
      }
    }
  }
}

TEST_CASE("a page takes the keys while it is open, and Esc closes it") {
  for (const Shown& shown : pages) {
    CAPTURE(shown.page);
    WholeWindow window(open_lesson(small_lesson));
    window.obey({shown.wish});
    window.backend.frames(2);
    REQUIRE(window.backend.items().find(shown.page).has_value());
    const auto head = window.state.head;
    window.backend.press(Key::right);
    window.backend.press(Key::space);
    CHECK(window.state.head == head);
    CHECK_FALSE(window.state.playing);
    window.backend.press(Key::escape);
    window.backend.frames(2);
    CHECK_FALSE(window.backend.items().find(shown.page).has_value());
    window.backend.press(Key::right);
    CHECK(window.state.head > head);
  }
}

TEST_CASE("a click beside a page closes it and reaches nothing below; one on it does neither") {
  for (const Shown& shown : pages) {
    CAPTURE(shown.page);
    WholeWindow window(open_lesson(small_lesson));
    const auto play = window.backend.items().find("toolbar.play");
    REQUIRE(play.has_value());
    window.obey({shown.wish});
    window.backend.frames(2);
    const auto page = window.backend.items().find(shown.page);
    REQUIRE(page.has_value());
    window.backend.click(page->center());
    window.backend.frames(2);
    CHECK(window.backend.items().find(shown.page).has_value());
    window.backend.click(play->center());
    window.backend.frames(2);
    CHECK_FALSE(window.backend.items().find(shown.page).has_value());
    CHECK_FALSE(window.state.playing);
  }
}

TEST_CASE("K shows how to read the picture") {
  WholeWindow window(open_lesson(small_lesson));
  window.backend.press(letter('k'));
  window.backend.frames(2);
  CHECK(window.backend.items().find("marks").has_value());
}
