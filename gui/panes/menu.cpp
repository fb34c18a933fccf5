#include "gui/panes/menu.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "gui/imgui/compat.h"
#include "gui/imgui/widgets.h"

namespace imapscope::gui {
namespace {

constexpr float below_toolbar = 44;

constexpr float menu_width = 260;

struct Entry {
  std::string_view name;  ///< for tests: "menu.theme"
  std::string words;
  std::string_view key;
  Intent wish;
};

std::vector<Entry> entries_of(const Scene& scene) {
  const words::Words& words = scene.words;
  const std::string_view present =
      scene.view.presenter ? "window.menu.leave_present" : "window.menu.present";
  std::vector<Entry> entries{{"menu.present", words(present), "P", TogglePresenter{}},
                             {"menu.lessons", words("window.menu.lessons"), "O", ShowLessons{}},
                             {"menu.theme", words("window.menu.theme"), "T", ToggleTheme{}},
                             {"menu.motion", words("window.menu.motion"), "M", ToggleMotion{}}};
  const auto& all = scene.languages;
  if (all.size() > 1) {
    const auto here = std::find(all.begin(), all.end(), scene.view.language);
    const bool last = here == all.end() || here + 1 == all.end();
    entries.push_back({"menu.language", words("window.menu.language"), "L",
                       SetLanguage{last ? all.front() : *(here + 1)}});
  }
  entries.push_back({"menu.help", words("window.menu.help"), "H", ShowHelp{}});
  return entries;
}

void draw_entry(const Theme& theme, const Entry& entry, ImVec2 min, ImVec2 max, Intents& intents) {
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  const Press press = press_area(entry.name, min, max);
  if (press.hovered)
    draw.AddRectFilled(min, max, ink(theme.now.selection), theme.px(corner::control));
  const float middle = (min.y + max.y) / 2;
  const float inset = theme.px(space::wide_gap);
  draw_text_centered_y(draw, theme.faces.body, {min.x + inset, middle}, theme.now.text,
                       entry.words);
  const float key = text_width(theme.faces.number, entry.key) + theme.px(space::key_air);
  draw_key(draw, theme, {max.x - inset - key, middle}, entry.key);
  if (!press.clicked) return;
  intents.push_back(ShowMenu{false});
  intents.push_back(entry.wish);
}

}  // namespace

void draw_menu(const Scene& scene, float width, Intents& intents) {
  if (!scene.view.menu) return;
  const Theme& theme = *scene.theme;
  const auto entries = entries_of(scene);
  const float inset = theme.px(space::gap);
  const float pitch = theme.px(space::row);
  const ImVec2 size{std::min(theme.px(menu_width), width - 2 * inset),
                    pitch * static_cast<float>(entries.size()) + 2 * inset};
  ImGui::SetNextWindowPos({std::round(width - size.x - inset), theme.px(below_toolbar)});
  ImGui::SetNextWindowSize(size);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, theme.px(corner::card));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, theme.px(space::hairline));
  ImGui::PushStyleColor(ImGuiCol_WindowBg, ink(theme.now.raised));
  ImGui::Begin("menu", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                   ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoNav);
  ImGui::PopStyleColor();
  ImGui::PopStyleVar(2);
  const ImVec2 corner = ImGui::GetWindowPos();
  ImVec2 at{corner.x + inset, corner.y + inset};
  for (const Entry& entry : entries) {
    draw_entry(theme, entry, at, {corner.x + size.x - inset, at.y + pitch}, intents);
    at.y += pitch;
  }
  constexpr ImGuiHoveredFlags hovered = ImGuiHoveredFlags_AllowWhenBlockedByActiveItem;
  const bool elsewhere =
      ImGui::IsMouseClicked(0) && !ImGui::IsWindowHovered(hovered) && !ImGui::IsWindowAppearing();
  if (elsewhere) intents.push_back(ShowMenu{false});
  ImGui::End();
}

}  // namespace imapscope::gui
