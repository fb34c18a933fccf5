#include "gui/app/window_frame.h"

#include <string>

#include "gui/app/keys.h"
#include "gui/imgui/widgets.h"
#include "gui/panes/overlay.h"

namespace imapscope::gui {
namespace {

constexpr ImGuiWindowFlags plain_window =
    ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
    ImGuiWindowFlags_NoBringToFrontOnFocus | ImGuiWindowFlags_NoNav |
    ImGuiWindowFlags_NoScrollWithMouse;

void draw_pane(const PlacedPane& placed, const Rect& place, const Scene& scene, Intents& intents) {
  ImGui::SetNextWindowPos({place.x, place.y});
  ImGui::SetNextWindowSize({place.width, place.height});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, 0);
  ImGui::Begin(placed.name, nullptr, plain_window);
  ImGui::PopStyleVar(2);
  placed.pane->draw(scene, intents);
  ImGui::End();
}

/// Hairlines between the parts: under the toolbar, above each foot, between the columns.
void hairlines(const Theme& theme, const WindowLayout& layout) {
  ImDrawList& draw = *ImGui::GetForegroundDrawList();
  const ImU32 color = ink(theme.now.hairline);
  const auto below = [&](const Rect& r) {
    if (!r.empty()) draw.AddLine({r.x, r.bottom()}, {r.right(), r.bottom()}, color);
  };
  const auto above = [&](const Rect& r) {
    if (!r.empty()) draw.AddLine({r.x, r.y}, {r.right(), r.y}, color);
  };
  const auto left_of = [&](const Rect& r) {
    if (!r.empty()) draw.AddLine({r.x, r.y}, {r.x, r.bottom()}, color);
  };
  below(layout.of(Part::toolbar));
  above(layout.of(Part::timeline));
  above(layout.of(Part::console));
  above(layout.of(Part::inspector));
  above(layout.of(Part::mailbox));
  if (!layout.of(Part::lesson).empty()) {
    left_of(layout.of(Part::traffic));
    left_of(layout.of(Part::inspector));
  }
  left_of(layout.of(Part::state));
  left_of(layout.of(Part::mailbox));
}

}  // namespace

Intents WindowFrame::draw(const Scene& scene, float width, float height) {
  Intents intents;
  apply_style(*scene.theme);
  const WindowShape shape{.width = width,
                          .height = height,
                          .scale = scene.theme->scale,
                          .lesson = scene.lesson.has_value(),
                          .presenter = scene.view.presenter,
                          .lanes = scene.lanes.size()};
  const WindowLayout layout = lay_out(shape, scene.view.shares);
  for (const PlacedPane& placed : panes_) {
    const Rect& place = layout.of(placed.part);
    if (!place.empty()) draw_pane(placed, place, scene, intents);
  }
  splitters(scene, shape, layout, intents);
  hairlines(*scene.theme, layout);
  draw_overlays(scene, width, height, intents);
  keys(scene, intents);
  return intents;
}

void WindowFrame::splitters(const Scene& scene, const WindowShape& shape,
                            const WindowLayout& layout, Intents& intents) {
  for (std::size_t i = 0; i < splitter_count; ++i) {
    const auto splitter = static_cast<Splitter>(i);
    const Rect& grip = layout.of(splitter);
    if (grip.empty()) continue;
    ImGui::SetNextWindowPos({grip.x, grip.y});
    ImGui::SetNextWindowSize({grip.width, grip.height});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowMinSize, {1, 1});
    const std::string name = "splitter." + std::to_string(i);
    ImGui::Begin(
        name.c_str(), nullptr,
        (plain_window & ~ImGuiWindowFlags_NoBringToFrontOnFocus) | ImGuiWindowFlags_NoBackground);
    ImGui::PopStyleVar(2);
    const Press press = press_area(name, {grip.x, grip.y}, {grip.right(), grip.bottom()});
    const bool upright = splitter == Splitter::lesson || splitter == Splitter::side;
    if (press.hovered || press.held) {
      ImGui::SetMouseCursor(upright ? ImGuiMouseCursor_ResizeEW : ImGuiMouseCursor_ResizeNS);
    }
    if (press.held) {
      const ImVec2 mouse = ImGui::GetIO().MousePos;
      intents.push_back(
          MoveSplitter{splitter, share_at(splitter, mouse.x, mouse.y, shape, layout)});
    }
    ImGui::End();
  }
  (void)scene;
}

}  // namespace imapscope::gui
