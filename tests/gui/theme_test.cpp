#include "gui/scene/theme.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace imapscope::gui {
namespace {

struct Ink {
  const char* role;
  Color color;
};

std::vector<Ink> text_inks(const Palette& p) {
  return {{"text", p.text},
          {"dim", p.dim},
          {"faint", p.faint},
          {"first client", p.clients[0]},
          {"second", p.clients[1]},
          {"third", p.clients[2]},
          {"fourth", p.clients[3]},
          {"server", p.server},
          {"OK", p.ok},
          {"NO", p.no},
          {"BAD", p.bad},
          {"BYE", p.bye},
          {"highlight", p.highlight}};
}

const char* name(Brightness b) {
  return b == Brightness::dark ? "dark" : "light";
}

constexpr Brightness both[] = {Brightness::dark, Brightness::light};

void check_contrast(const Ink& ink, const Ink& ground, double minimum) {
  CAPTURE(ink.role);
  CAPTURE(ground.role);
  CHECK(contrast(ink.color, ground.color) >= minimum);
}

}  // namespace

TEST_CASE("contrast is 21 between black and white, and 1 of a colour with itself") {
  CHECK(contrast(rgb(0x000000), rgb(0xffffff)) == doctest::Approx(21));
  CHECK(contrast(rgb(0x56b4e9), rgb(0x56b4e9)) == doctest::Approx(1));
}

TEST_CASE("every ink that can be text is readable on the grounds it stands on") {
  for (const Brightness brightness : both) {
    CAPTURE(name(brightness));
    const Palette& p = palette(brightness);
    for (const Ink& ground :
         {Ink{"ground", p.ground}, Ink{"pane", p.pane}, Ink{"raised", p.raised}}) {
      for (const Ink& ink : text_inks(p)) check_contrast(ink, ground, text_contrast);
    }
  }
}

TEST_CASE("what is past has faded, and is still readable") {
  for (const Brightness brightness : both) {
    CAPTURE(name(brightness));
    const Palette& now = palette(brightness);
    const Palette past = faded(now);
    for (const Ink& ink : text_inks(past)) check_contrast(ink, {"pane", past.pane}, text_contrast);
    CHECK(contrast(past.text, past.pane) < contrast(now.text, now.pane));
  }
}

TEST_CASE("text is readable on the selection and on the timeline's bands") {
  for (const Brightness brightness : both) {
    CAPTURE(name(brightness));
    const Palette& p = palette(brightness);
    check_contrast({"text", p.text}, {"selection", p.selection}, text_contrast);
    check_contrast({"text", p.text}, {"authenticated", p.band_authenticated}, text_contrast);
    check_contrast({"text", p.text}, {"selected", p.band_selected}, text_contrast);
  }
}

TEST_CASE("bands that are filled are seen on the pane: they mean something") {
  for (const Brightness brightness : both) {
    CAPTURE(name(brightness));
    const Palette& p = palette(brightness);
    check_contrast({"authenticated", p.band_authenticated}, {"pane", p.pane}, shape_contrast);
    check_contrast({"selected", p.band_selected}, {"pane", p.pane}, shape_contrast);
  }
}

TEST_CASE("no other role wears the highlight") {
  for (const Brightness brightness : both) {
    const Palette& p = palette(brightness);
    for (const Ink& ink : text_inks(p)) {
      CAPTURE(ink.role);
      if (std::string(ink.role) != "highlight") CHECK_FALSE(ink.color == p.highlight);
    }
  }
}

TEST_CASE("fading stops where contrast would be lost") {
  const Color black = rgb(0x000000);
  const Color white = rgb(0xffffff);
  CHECK(fade(white, black, 0.5, 1.0) == mix(white, black, 0.5));
  CHECK(contrast(fade(white, black, 0.99, text_contrast), black) >= text_contrast);
  CHECK(fade(rgb(0x333333), black, 0.5, text_contrast) == rgb(0x333333));
}

TEST_CASE("zoom steps stay within 75 and 300 per cent and undo each other") {
  CHECK(zoom_step(1.0F, +1) == doctest::Approx(1.1F));
  CHECK(zoom_step(1.1F, -1) == doctest::Approx(1.0F));
  CHECK(zoom_step(3.0F, +1) == doctest::Approx(3.0F));
  CHECK(zoom_step(0.75F, -1) == doctest::Approx(0.75F));
  CHECK(zoom_step(1.03F, +1) == doctest::Approx(1.1F));
}

TEST_CASE("distances land on whole pixels and a hairline never vanishes") {
  const Theme theme = make_theme(Brightness::dark, 0.75F, false, true);
  CHECK(theme.px(space::padding) == doctest::Approx(12));
  CHECK(theme.px(space::row) == doctest::Approx(22));
  CHECK(theme.px(0.5F) == doctest::Approx(1));
  CHECK(theme.px(0) == doctest::Approx(0));
}

}  // namespace imapscope::gui
