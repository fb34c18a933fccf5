#include "gui/panes/dialog.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "gui/imgui/symbols.h"

namespace imapscope::gui {
namespace {

constexpr double dimmed = 0.6;
constexpr ImGuiWindowFlags bare = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                                  ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoNav |
                                  ImGuiWindowFlags_NoScrollWithMouse;

}  // namespace

Dialog::Dialog(const Theme& theme, const char* name, ImVec2 window, ImVec2 wanted) {
  const std::string below = std::string(name) + ".below";
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize(window);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, 0);
  ImGui::PushStyleColor(ImGuiCol_WindowBg, ink(with_opacity(theme.now.ground, dimmed)));
  ImGui::Begin(below.c_str(), nullptr, bare);
  left_ = press_area(below, {0, 0}, window).hovered && ImGui::IsMouseClicked(0);
  ImGui::End();
  ImGui::PopStyleColor();
  ImGui::PopStyleVar();

  const float margin = theme.px(space::padding);
  const ImVec2 size{std::round(std::min(wanted.x, window.x - 2 * margin)),
                    std::round(std::min(wanted.y, window.y - 2 * margin))};
  min_ = {std::round((window.x - size.x) / 2), std::round((window.y - size.y) / 2)};
  max_ = {min_.x + size.x, min_.y + size.y};
  ImGui::SetNextWindowPos(min_);
  ImGui::SetNextWindowSize(size);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, theme.px(corner::page));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, theme.px(space::hairline));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
  ImGui::Begin(name, nullptr, bare);
  ImGui::PopStyleVar(3);
}

Dialog::~Dialog() {
  ImGui::End();
}

}  // namespace imapscope::gui
