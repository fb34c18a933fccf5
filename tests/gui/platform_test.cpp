#include <doctest/doctest.h>
#include <imgui.h>

#include <array>
#include <string>

#include "gui/imgui/compat.h"
#include "gui/platform/icon.h"
#include "gui/platform/image.h"
#include "gui/platform/null_backend.h"
#include "tests/gui/test_faces.h"
#include "tests/in_english.h"

namespace imapscope::gui {
namespace {

/// A button, a text field, and what happened to them.
struct Form {
  int clicks = 0;
  int enters = 0;
  std::array<char, 64> text{};

  void draw() {
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize({400, 200});
    ImGui::Begin("form", nullptr, ImGuiWindowFlags_NoDecoration);
    if (ImGui::Button("Play")) ++clicks;
    items::add_last("form.play");
    ImGui::InputText("##text", text.data(), text.size());
    items::add_last("form.text");
    if (compat::key_pressed(Key::enter)) ++enters;
    ImGui::End();
  }
};

}  // namespace

TEST_CASE("a null backend clicks by name and types into the field that has the focus") {
  Form form;
  NullBackend ui(test_faces(), {400, 200}, [&] { form.draw(); });
  ui.frames();
  CHECK(ui.click("form.play"));
  CHECK(form.clicks == 1);
  CHECK(ui.click("form.text"));
  ui.type("NOOP");
  ui.frames();
  CHECK(std::string(form.text.data()) == "NOOP");
  ui.press(Key::backspace);
  CHECK(std::string(form.text.data()) == "NOO");
  ui.press(Key::enter);
  CHECK(form.enters == 1);
  CHECK_FALSE(ui.click("form.no_such_thing"));
}

TEST_CASE("of two null backends each has its own hand") {
  Form first;
  Form second;
  NullBackend one(test_faces(), {400, 200}, [&] { first.draw(); });
  NullBackend two(test_faces(), {400, 200}, [&] { second.draw(); });
  one.frames();
  two.frames();
  CHECK(one.click("form.play"));
  one.press(Key::enter);
  CHECK(first.clicks == 1);
  CHECK(first.enters == 1);
  CHECK(second.clicks == 0);
  CHECK(second.enters == 0);
}

TEST_CASE("both faces have Latin, Cyrillic, punctuation and arrows") {
  constexpr std::array<ImWchar, 8> wanted{'A',    0x00e9, 0x0416, 0x044f,
                                          0x2192, 0x2026, 0x2014, 0x201c};
  const Faces& faces = test_faces().faces();
  for (ImFont* face : {faces.body, faces.heading, faces.wire, faces.wire_strong}) {
    for (const ImWchar glyph : wanted) {
      CAPTURE(static_cast<unsigned>(glyph));
      CHECK(compat::has_glyph(face, glyph));
    }
  }
}

TEST_CASE("the monospaced face is monospaced, so that wire columns line up") {
  ImFont* wire = test_faces().faces().wire;
  const auto width = [&](const char* text) {
    return wire->CalcTextSizeA(compat::font_size(wire), FLT_MAX, 0, text).x;
  };
  CHECK(width("iiii") == doctest::Approx(width("MMMM")));
  CHECK(width("iiii") == doctest::Approx(width("яяяя")));
}

TEST_CASE("a picture that cannot be written is refused in one sentence with its name") {
  const auto written = write_png(Image{1, 1, {0, 0, 0, 255}}, "no/such/folder/picture.png");
  REQUIRE_FALSE(written.has_value());
  CHECK(in_english(written.error()) == "Cannot write the picture no/such/folder/picture.png.");
}

TEST_CASE("the icon is drawn at every size, opaque but for its corners, with both lines on it") {
  for (const int size : {16, 24, 32, 48, 64}) {
    CAPTURE(size);
    const Image image = icon(size);
    const auto pixel = [&](int x, int y) {
      return &image.rgba[(static_cast<std::size_t>(y) * static_cast<std::size_t>(size) +
                          static_cast<std::size_t>(x)) *
                         4];
    };
    CHECK(pixel(0, 0)[3] < 128);
    CHECK(pixel(size / 2, size / 2)[3] == 255);
    const Palette& colors = palette(Brightness::dark);
    const auto has = [&](const Color& color) {
      for (std::size_t at = 0; at < image.rgba.size(); at += 4) {
        const bool same = image.rgba[at] == color.r && image.rgba[at + 1] == color.g &&
                          image.rgba[at + 2] == color.b;
        if (same) return true;
      }
      return false;
    };
    CHECK(has(colors.clients[0]));
    CHECK(has(colors.clients[1]));
  }
}

}  // namespace imapscope::gui
