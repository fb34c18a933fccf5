#include "gui/panes/spotlight.h"

#include <imgui.h>

#include <cmath>

#include "gui/imgui/symbols.h"

namespace imapscope::gui {
namespace {

constexpr float light_radius = 96;
constexpr double darkness = 0.6;
constexpr int segments = 96;

}  // namespace

void draw_spotlight(const Scene& scene, float width, float height) {
  const Theme& theme = *scene.theme;
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  if (!ImGui::IsMousePosValid(&mouse)) return;
  ImDrawList& draw = *ImGui::GetForegroundDrawList();
  const float radius = theme.px(light_radius);
  // One ring from the circle's edge to beyond the farthest corner.
  const float thickness = 2 * std::hypot(width, height);
  const Color dark = with_opacity(theme.now.ground, darkness);
  const Color shade =
      theme.brightness == Brightness::dark ? dark : with_opacity(theme.now.text, darkness);
  draw.AddCircle(mouse, radius + thickness / 2, ink(shade), segments, thickness);
  draw.AddCircle(mouse, radius, ink(theme.now.dim), segments, theme.px(stroke::thin));
}

}  // namespace imapscope::gui
