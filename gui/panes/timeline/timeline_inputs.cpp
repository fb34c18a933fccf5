#include "gui/panes/timeline/timeline_inputs.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "gui/imgui/items.h"
#include "gui/imgui/symbols.h"
#include "gui/imgui/widgets.h"
#include "gui/layout/time_scale.h"

namespace imapscope::gui {
namespace {

constexpr float radius = 5;  // design pixels

void envelope(ImDrawList& draw, ImVec2 at, float r, Color color, float thickness) {
  const float half = std::round(r * 0.7F);
  draw.AddRect({at.x - r, at.y - half}, {at.x + r, at.y + half}, ink(color), 0, 0, thickness);
  draw.AddLine({at.x - r, at.y - half}, {at.x, at.y + half * 0.3F}, ink(color), thickness);
  draw.AddLine({at.x, at.y + half * 0.3F}, {at.x + r, at.y - half}, ink(color), thickness);
}

void plus(ImDrawList& draw, ImVec2 at, float r, Color color, float thickness) {
  draw.AddLine({at.x - r, at.y}, {at.x + r, at.y}, ink(color), thickness);
  draw.AddLine({at.x, at.y - r}, {at.x, at.y + r}, ink(color), thickness);
}

/// Up and down: how the network changes what passes through it.
void wave(ImDrawList& draw, ImVec2 at, float r, Color color, float thickness) {
  const ImVec2 points[] = {{at.x - r, at.y + r / 2},
                           {at.x - r / 3, at.y - r / 2},
                           {at.x + r / 3, at.y + r / 2},
                           {at.x + r, at.y - r / 2}};
  draw.AddPolyline(points, 4, ink(color), 0, thickness);
}

bool is_under_pointer(const Theme& theme, ImVec2 middle) {
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  const float reach = theme.px(radius + 2);
  return ImGui::IsWindowHovered() && std::abs(mouse.x - middle.x) <= reach &&
         std::abs(mouse.y - middle.y) <= reach;
}

}  // namespace

void draw_input(ImDrawList& draw, const Theme& theme, InputMark::Kind kind, ImVec2 middle,
                Color color) {
  const float r = theme.px(radius);
  const float thickness = theme.px(stroke::thin);
  draw.AddCircleFilled(middle, r + theme.px(mark::speck), ink(theme.now.pane));
  switch (kind) {
    case InputMark::Kind::mail:
      return envelope(draw, middle, r, color, thickness);
    case InputMark::Kind::connects:
      return plus(draw, middle, r - thickness / 2, color, thickness);
    case InputMark::Kind::leaves:
      return symbols::cross(draw, middle, r - thickness / 2, color);
    case InputMark::Kind::network:
      return wave(draw, middle, r, color, thickness);
  }
}

void draw_inputs(const Scene& scene, float y, const std::function<float(observer::ShownTime)>& x) {
  const Theme& theme = *scene.theme;
  std::size_t number = 0;
  float free_from = 0;  // what was done at one moment stands side by side
  for (const InputMark& mark : scene.input_marks) {
    const float at = x(scene.presentation->shown_time(mark.at));
    const ImVec2 middle{std::round(std::max(at, free_from)), std::round(y)};
    free_from = middle.x + theme.px(2 * radius + 3);
    const bool reached = mark.at <= scene.head.wire;
    draw_input(*ImGui::GetWindowDrawList(), theme, mark.kind, middle,
               with_opacity(theme.now.text, reached ? 1 : 0.5));
    const float r = theme.px(radius);
    const ImVec2 min{middle.x - r, middle.y - r};
    const ImVec2 max{middle.x + r, middle.y + r};
    items::add("timeline.input." + std::to_string(++number), min, max);
    if (!is_under_pointer(theme, middle)) continue;
    tooltip(theme, theme.faces.label, mark.what + ", " + time_text(scene.words, mark.at),
            {min, max});
  }
}

}  // namespace imapscope::gui
