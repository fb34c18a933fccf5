#include "gui/panes/timeline/timeline_future.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "gui/imgui/items.h"
#include "gui/imgui/widgets.h"
#include "gui/layout/stage.h"

namespace imapscope::gui {
namespace {

constexpr float future_pitch = 12;
constexpr float future_gap = 10;  // above the first band, for the elbow
constexpr std::size_t most_future_lanes = 4;

/// What is filled in the current future is only outlined in the other.
Color future_outline(const Theme& theme, observer::Known<State> state) {
  if (state == State::selected) return theme.now.band_selected;
  if (state == State::authenticated) return theme.now.band_authenticated;
  return theme.now.dim;
}

class FutureDrawing {
 public:
  FutureDrawing(const Scene& scene, const FuturePlace& place)
      : scene_(scene),
        theme_(*scene.theme),
        future_(*scene.future),
        place_(place),
        draw_(*ImGui::GetWindowDrawList()) {}

  void all() {
    const float from = std::round(place_.x(future_.parted));
    join(from);
    for (const Future::Stretch& stretch : future_.bands) band(stretch);
    if (future_.bands.empty() && !future_.goes_on) return;
    words(from);
    if (future_.goes_on) unseen();
  }

 private:
  [[nodiscard]] float px(float design) const { return theme_.px(design); }
  [[nodiscard]] std::size_t lanes() const {
    return std::min({scene_.lanes.size(), most_future_lanes,
                     static_cast<std::size_t>(
                         (place_.area.height - px(future_gap)) / px(future_pitch) + 0.1F)});
  }
  [[nodiscard]] float top(std::size_t lane) const {
    return place_.area.y + px(future_gap) + px(future_pitch) * static_cast<float>(lane);
  }
  [[nodiscard]] float bottom() const { return top(std::max<std::size_t>(lanes(), 1)); }

  /// A gap in the bands with a dot in it, and an elbow from there to the other future.
  void join(float x) {
    const float radius = px(mark::small);
    const float middle = std::round((top(0) + bottom()) / 2);
    draw_.AddRectFilled({x - px(space::sliver), place_.bands_top},
                        {x + px(space::sliver), place_.bands_bottom}, ink(theme_.now.pane));
    const Color color = theme_.now.text;
    const float dot = std::round(place_.bands_bottom - px(space::half_unit));
    draw_.PathLineTo({x, dot});
    draw_.PathLineTo({x, middle});
    draw_.PathLineTo({x + px(space::snug), middle});
    draw_.PathStroke(ink(color), 0, px(stroke::thin));
    symbols::dot(draw_, {x, dot}, radius, color);
    if (future_.step == 0) return;
    ImFont* face = theme_.faces.caption;
    const std::string step = scene_.words("window.timeline.step", {{"step", future_.step}});
    const float left = x - px(space::gap) - text_width(face, step);
    if (left < place_.area.x) return;
    draw_text_centered_y(draw_, face, {left, middle}, theme_.now.dim, step);
  }

  void band(const Future::Stretch& stretch) {
    const bool over = stretch.state && stage_of(*stretch.state) == Stage::over;
    if (over || stretch.lane >= lanes()) return;
    const float y = top(stretch.lane);
    const ImVec2 min{std::round(place_.x(stretch.from)) + px(space::gap), y + px(space::hairline)};
    const ImVec2 max{std::round(place_.x(stretch.to)), y + px(future_pitch - 2)};
    if (max.x <= min.x) return;
    draw_.AddRect(min, max, ink(future_outline(theme_, stretch.state)), px(corner::small), 0,
                  px(stroke::thin));
  }

  /// The branch's name on the first of its bands that has room.
  void words(float from) {
    ImFont* face = theme_.faces.caption;
    const float inset = px(space::key_air);
    const float end = place_.x(future_.end);
    if (lanes() == 0 || end - from < text_width(face, future_.name) + inset + px(space::unit))
      return;
    const float middle = std::round(top(0) + px(future_pitch - 1) / 2);
    draw_text_centered_y(draw_, face, {from + inset, middle}, theme_.now.dim, future_.name);
  }

  void unseen() {
    const float left = std::round(place_.x(future_.end)) + px(space::gap);
    const Rect box{left, top(0), place_.area.right() - left, bottom() - top(0)};
    draw_unseen(scene_, box);
  }

  const Scene& scene_;
  const Theme& theme_;
  const Future& future_;
  const FuturePlace& place_;
  ImDrawList& draw_;
};

}  // namespace

float future_height(std::size_t lanes) {
  return future_gap + future_pitch * static_cast<float>(std::min(lanes, most_future_lanes));
}

void draw_future(const Scene& scene, const FuturePlace& place) {
  if (!scene.future) return;
  FutureDrawing(scene, place).all();
  items::add("timeline.future", {place.area.x, place.area.y},
             {place.area.right(), place.area.bottom()});
}

void draw_unseen(const Scene& scene, const Rect& area) {
  const Theme& theme = *scene.theme;
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  if (area.width < theme.px(space::padding)) return;
  dashed_rect(draw, {area.x, area.y}, {area.right(), area.bottom()},
              std::min(theme.px(space::unit), area.height / 2), theme.now.dim,
              theme.px(space::hairline), theme.px(dash::length), theme.px(dash::gap));
  ImFont* face = theme.faces.caption;
  const float inset = theme.px(space::gap);
  const std::string words =
      scene.words(scene.covered ? "window.covered.predict" : "window.covered.go_on");
  const bool fits = text_width(face, words) + 2 * inset <= area.width &&
                    line_height(face) <= area.height + theme.px(space::unit);
  if (fits) {
    draw_text_centered_y(draw, face, {area.x + inset, area.y + area.height / 2}, theme.now.dim,
                         words);
  }
  items::add("timeline.unseen", {area.x, area.y}, {area.right(), area.bottom()});
}

}  // namespace imapscope::gui
