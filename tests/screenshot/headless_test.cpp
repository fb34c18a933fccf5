// Pictures from the real renderer. They are apart from tests/gui because the OpenGL driver leaks by
// its own, which the sanitizers would report as ours.
#include <doctest/doctest.h>
#include <imgui.h>

#include <string>

#include "gui/imgui/compat.h"
#include "gui/platform/headless.h"
#include "gui/scene/theme.h"
#include "tests/gui/pictures.h"
#include "tests/in_english.h"

namespace imapscope::gui {
namespace {

void draw_specimen(const Faces& faces) {
  ImDrawList& draw = *ImGui::GetBackgroundDrawList();
  float y = 10;
  for (ImFont* face : {faces.heading, faces.body, faces.strong, faces.label, faces.label_strong,
                       faces.caption, faces.wire, faces.wire_strong, faces.number}) {
    draw.AddText(face, compat::font_size(face), {10, y}, IM_COL32(230, 235, 242, 255),
                 "Hamburgefonstiv * 3 FETCH (FLAGS (\\Seen)) Ящик входящих → 0123");
    y += 28;
  }
}

Image specimen(float scale) {
  auto headless = Headless::open(640, 280);
  REQUIRE_MESSAGE(headless.has_value(), in_english(headless.error()));
  const Faces& faces = headless->faces({scale, scale, false, {}});
  return headless->render([&] {
    draw_specimen(faces);
    return palette(Brightness::dark).pane;
  });
}

}  // namespace

TEST_CASE("a picture drawn without a window is the same from run to run and is not empty") {
  const Image first = specimen(1);
  CHECK(first == specimen(1));
  show(first, "specimen");
  CHECK_FALSE(first == specimen(1.25F));
  const Color pane = palette(Brightness::dark).pane;
  CHECK(first.rgba[0] == pane.r);
  std::size_t inked = 0;
  for (std::size_t i = 0; i < first.rgba.size(); i += 4) inked += first.rgba[i] != pane.r ? 1 : 0;
  CHECK(inked > 5000);
}

}  // namespace imapscope::gui
