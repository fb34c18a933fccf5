#include "gui/app/window_frame.h"

#include <algorithm>
#include <string>

#include "gui/app/keys.h"
#include "gui/imgui/widgets.h"
#include "gui/panes/menu.h"
#include "gui/panes/overlay.h"
#include "gui/panes/spotlight.h"

namespace imapscope::gui {
namespace {

constexpr ImGuiWindowFlags plain_window =
    ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
    ImGuiWindowFlags_NoBringToFrontOnFocus | ImGuiWindowFlags_NoNav |
    ImGuiWindowFlags_NoScrollWithMouse;

WindowShape shape_of(const Scene& scene, float width, float height) {
  return {.width = width,
          .height = height,
          .scale = scene.theme->scale,
          .lesson = scene.lesson.has_value(),
          .inputs = scene.session.has_value(),
          .presenter = scene.view.presenter,
          .lanes = scene.lanes.size() +  // the bands of the other future stand below
                   (scene.future ? std::max<std::size_t>(scene.lanes.size(), 2) : 0),
          .unit = scene.theme->unit,
          .pane = shown_pane(scene),
          .wanted = scene.view.wanted,
          .console = scene.view.console_height};
}

constexpr ImGuiWindowFlags lines_window =
    ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoInputs | ImGuiWindowFlags_NoBackground |
    ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoFocusOnAppearing;

void draw_whole(Pane& pane, const char* name, const Rect& place, const Scene& scene,
                Intents& intents) {
  ImGui::SetNextWindowPos({place.x, place.y});
  ImGui::SetNextWindowSize({place.width, place.height});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, 0);
  ImGui::Begin(name, nullptr, plain_window);
  ImGui::PopStyleVar(2);
  pane.draw(scene, intents);
  ImGui::End();
}

/// Hairlines between the parts: under the toolbar, above each foot, between the columns.
void hairlines(const Theme& theme, const WindowLayout& layout) {
  // A window of their own, above the panes and below every list.
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize(ImGui::GetIO().DisplaySize);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
  ImGui::Begin("hairlines", nullptr, lines_window);
  ImGui::PopStyleVar();
  ImDrawList& draw = *ImGui::GetWindowDrawList();
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
  below(layout.of(Part::inputs));
  above(layout.of(Part::timeline));
  above(layout.of(Part::console));
  above(layout.of(Part::inspector));
  above(layout.of(Part::mailbox));
  above(layout.of(Part::state));
  above(layout.of(Part::notes));
  if (!layout.of(Part::lesson).empty()) {
    left_of(layout.of(Part::traffic));
    left_of(layout.of(Part::inspector));
  }
  left_of(layout.of(Part::state));
  left_of(layout.of(Part::mailbox));
  ImGui::End();
}

}  // namespace

Intents WindowFrame::draw(const Scene& scene, float width, float height) {
  Intents intents;
  // Dear ImGui says so for one frame more after a field was left, and its key would be nobody's.
  if (!ImGui::IsAnyItemActive()) ImGui::GetIO().WantTextInput = false;
  apply_style(*scene.theme);
  if (scene.start) {
    draw_whole(start_, "start", {0, 0, width, height}, scene, intents);
  } else {
    document(scene, width, height, intents);
  }
  draw_menu(scene, width, intents);
  lessons_.draw(scene, width, height, intents);
  files_.draw(scene, width, height, intents);
  draw_overlays(scene, width, height, intents);
  const bool picture = !scene.start && !scene.files && !scene.view.lessons;
  if (picture && spotlight_held()) draw_spotlight(scene, width, height);
  keys(scene, intents);
  return intents;
}

/// The panes around what is open.
void WindowFrame::document(const Scene& scene, float width, float height, Intents& intents) {
  const WindowShape shape = shape_of(scene, width, height);
  WindowLayout layout = lay_out(shape, scene.view.shares);
  draw_banner(scene, layout, intents);
  for (const PlacedPane& placed : panes_) {
    if (!layout.of(placed.part).empty()) draw_pane(placed, layout, scene, intents);
  }
  splitters(scene, shape, layout, intents);
  hairlines(*scene.theme, layout);
}

void WindowFrame::draw_pane(const PlacedPane& placed, const WindowLayout& layout,
                            const Scene& scene, Intents& intents) {
  const Rect& place = layout.of(placed.part);
  ImGui::SetNextWindowPos({place.x, place.y});
  ImGui::SetNextWindowSize({place.width, place.height});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, 0);
  ImGui::Begin(placed.name, nullptr, plain_window);
  ImGui::PopStyleVar(2);
  take_heading(0);
  // In the narrow form the ladder stands above the tabs, in the smallest it is one of them.
  const bool is_tab =
      std::find(layout.tabs.begin(), layout.tabs.end(), placed.part) != layout.tabs.end();
  if (is_tab) tabs_.draw(scene, layout.tabs, placed.part, intents);
  placed.pane->draw(scene, intents);
  ImGui::End();
}

void WindowFrame::draw_banner(const Scene& scene, WindowLayout& layout, Intents& intents) {
  Rect& traffic = layout.parts[static_cast<std::size_t>(Part::traffic)];
  if (!BranchBanner::is_needed(scene) || traffic.empty()) return;
  const float height = std::min(scene.theme->px(BranchBanner::height), traffic.height / 2);
  draw_whole(banner_, "branch", {traffic.x, traffic.y, traffic.width, height}, scene, intents);
  traffic.y += height;
  traffic.height -= height;
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
