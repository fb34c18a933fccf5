#include "gui/panes/timeline/timeline_bands.h"

#include <algorithm>
#include <string>

#include "gui/imgui/symbols.h"
#include "gui/imgui/widgets.h"
#include "gui/layout/stage.h"
#include "gui/layout/stretch.h"

namespace imapscope::gui {
namespace {

using observer::Band;

constexpr double ahead_opacity = 0.4;  // what the play head has not reached

std::string name_of_band(const words::Words& words, const Band& band) {
  if (!band.state) return words("window.unknown");
  const std::string state(name_of(*band.state));
  return band.state == State::selected && !band.mailbox.empty() ? state + " " + band.mailbox
                                                                : state;
}

/// The name, or where that has no room a shorter one; empty where nothing fits.
std::string fitting_name(const Scene& scene, const Band& band, float room, float least) {
  ImFont* face = scene.theme->faces.caption;
  std::string whole = name_of_band(scene.words, band);
  if (text_width(face, whole) <= room) return whole;
  if (!band.state || stage_of(*band.state) == Stage::over) return {};
  if (band.state == State::selected) return room > least ? ellipsised(face, whole, room) : "";
  std::string brief(brief_name_of(*band.state));
  return text_width(face, brief) <= room ? brief : std::string();
}

/// A stretch of one band, in the colour of its state.
void draw_stretch(ImDrawList& draw, const Theme& theme, observer::Known<State> state, ImVec2 min,
                  ImVec2 max, double opacity) {
  const Palette& ink_of = theme.now;
  const float radius = std::min(theme.px(corner::small), (max.y - min.y) / 3);
  const auto fill = [&](Color color) {
    draw.AddRectFilled(min, max, ink(with_opacity(color, opacity)), radius);
  };
  if (!state) {
    hatch(draw, min, max, with_opacity(ink_of.hatch, opacity), theme.px(space::snug),
          theme.px(space::hairline));
  } else if (stage_of(*state) == Stage::ready) {
    fill(ink_of.band_authenticated);
  } else if (stage_of(*state) == Stage::at_work) {
    fill(ink_of.band_selected);
  } else if (stage_of(*state) == Stage::unknown) {
    draw.AddRect(min, max, ink(with_opacity(ink_of.dim, opacity)), radius, 0,
                 theme.px(space::hairline));
  }
}

void draw_name(ImDrawList& draw, const Scene& scene, const Band& band, const BandPlace& place,
               std::span<const float> marks) {
  const Theme& theme = *scene.theme;
  ImFont* face = theme.faces.caption;
  const bool reached = place.from < place.head;
  const bool legible = place.thickness >= line_height(face) - theme.px(space::half_unit);
  const bool begins = band.state && stage_of(*band.state) == Stage::beginning;
  if (!legible || begins) return;
  const float inset = theme.px(space::snug);
  if (place.thickness < line_height(face) * 0.8F) return;
  const float wanted = text_width(face, name_of_band(scene.words, band)) + 2 * inset;
  const Stretch free = free_stretch(
      {place.from, reached ? std::min(place.to, place.head) : place.to}, marks, wanted);
  const std::string name =
      fitting_name(scene, band, free.width() - 2 * inset, theme.px(space::least_words));
  if (name.empty()) return;
  const ImVec2 at{free.from + inset, place.middle};
  if (!band.state) {  // a hatch is no ground for text
    const float half = place.thickness / 2;
    draw.AddRectFilled({at.x - theme.px(space::sliver), at.y - half},
                       {at.x + text_width(face, name) + theme.px(space::sliver), at.y + half},
                       ink(theme.now.pane));
  }
  const bool filled = band.state && (stage_of(*band.state) == Stage::ready ||
                                     stage_of(*band.state) == Stage::at_work);
  draw_text_centered_y(draw, face, at, filled && reached ? theme.now.text : theme.now.dim, name);
}

}  // namespace

void draw_band(ImDrawList& draw, const Scene& scene, const Band& band, const BandPlace& place,
               std::span<const float> marks) {
  const Theme& theme = *scene.theme;
  const float top = place.middle - place.thickness / 2;
  const float bottom = top + place.thickness;
  if (place.from < place.head) {
    const float right = std::max(place.from + 1, std::min(place.to, place.head));
    draw_stretch(draw, theme, band.state, {place.from, top}, {right, bottom}, 1);
  }
  if (place.to > place.head) {
    draw_stretch(draw, theme, band.state, {std::max(place.from, place.head), top},
                 {place.to, bottom}, ahead_opacity);
  }
  draw_name(draw, scene, band, place, marks);
}

}  // namespace imapscope::gui
