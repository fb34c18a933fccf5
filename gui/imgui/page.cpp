#include "gui/imgui/page.h"

#include <algorithm>
#include <cmath>

#include "gui/imgui/compat.h"
#include "gui/imgui/items.h"

namespace imapscope::gui {
namespace {

constexpr float card_foot =
    160;  // the timeline and the console, below a card that leaves them free

constexpr double page_dims = 0.66;
constexpr ImGuiWindowFlags page_window = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                                         ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoNav |
                                         ImGuiWindowFlags_NoScrollWithMouse;

bool is_inside(const PaneArea& area, ImVec2 point) {
  return point.x >= area.min.x && point.x < area.max.x && point.y >= area.min.y &&
         point.y < area.max.y;
}

}  // namespace

// One window for the page_dims ground, the page and what scrolls in it: between several, a click
// could put the wrong one in front.
Page::Page(const Theme& theme, ImVec2 window, const Wish& wish) : theme_(theme) {
  const float pitch = std::round(line_height(theme.faces.heading) * 1.2F);
  place(window, wish, wish.heading.empty() ? 0 : pitch + theme.px(space::gap));
  begin(window, wish);
  ground(window, wish);
  draw_text(draw(), theme.faces.heading, {content_.min.x, frame_.min.y + theme.px(space::padding)},
            theme.now.text, ellipsised(theme.faces.heading, wish.heading, content_.width()));
  items::add(wish.name, frame_.min, frame_.max);
  ImGui::SetCursorScreenPos(content_.min);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
  ImGui::BeginChild("content", {content_.width(), content_.height()}, false,
                    ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoNav);
  ImGui::PopStyleVar();
  content_.min = ImGui::GetCursorScreenPos();
}

void Page::begin(ImVec2 window, const Wish& wish) {
  const ImVec2 size{frame_.width(), frame_.height()};
  ImGui::SetNextWindowPos(wish.dims ? ImVec2{0, 0} : frame_.min);
  ImGui::SetNextWindowSize(wish.dims ? window : size);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, 0);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
  const double opacity = wish.dims ? page_dims : 0;
  ImGui::PushStyleColor(ImGuiCol_WindowBg, ink(with_opacity(theme_.now.ground, opacity)));
  ImGui::Begin(wish.name.c_str(), nullptr,
               wish.dims ? page_window : page_window | ImGuiWindowFlags_NoFocusOnAppearing);
  ImGui::PopStyleColor();
  ImGui::PopStyleVar(2);
  takes_keys_ = wish.dims;
  const bool focused = ImGui::IsWindowFocused(ImGuiFocusedFlags_RootAndChildWindows);
  if (takes_keys_ && !focused) ImGui::SetWindowFocus();
}

Page::~Page() {
  ImGui::EndChild();
  ImGui::End();
}

void Page::place(ImVec2 window, const Wish& wish, float heading) {
  const float padding = theme_.px(space::padding);
  const float margin = theme_.px(space::gap);
  const float bar = ImGui::GetStyle().ScrollbarSize;
  const float width = std::min(wish.width + 2 * padding + bar, window.x - 2 * margin);
  const float height = std::min(wish.height + heading + 2 * padding, window.y - 2 * margin);
  // A card leaves the timeline and the console below it free, where there is room.
  const float foot = std::max(margin, std::min(theme_.px(card_foot), window.y - height - margin));
  const float top = wish.dims ? (window.y - height) / 2 : window.y - height - foot;
  const ImVec2 min{std::round((window.x - width) / 2), std::round(top)};
  frame_ = {min, {min.x + std::round(width), min.y + std::round(height)}};
  content_ = {{min.x + padding, min.y + padding + heading},
              {frame_.max.x - padding + std::min(bar, padding / 2), frame_.max.y - padding}};
}

void Page::ground(ImVec2 window, const Wish& wish) {
  beside_ = wish.dims && press_area("beside", {0, 0}, window).clicked &&
            !is_inside(frame_, ImGui::GetIO().MousePos);
  draw().AddRectFilled(frame_.min, frame_.max, ink(theme_.now.raised), theme_.px(corner::card));
  draw().AddRect(frame_.min, frame_.max, ink(theme_.now.hairline), theme_.px(corner::card), 0,
                 theme_.px(space::hairline));
}

ImVec2 Page::at() const {
  return content_.min;
}

float Page::width() const {
  return content_.width() - ImGui::GetStyle().ScrollbarSize;
}

bool Page::end(float height) {
  ImGui::SetCursorScreenPos(content_.min);
  ImGui::Dummy({1, height});
  if (!takes_keys_) return beside_;
  // Keys scroll as the wheel does: nothing else listens to them while a page is open.
  const float step = theme_.px(space::row);
  const float page = ImGui::GetWindowHeight() - step;
  const auto scroll = [](float by) { ImGui::SetScrollY(ImGui::GetScrollY() + by); };
  if (compat::key_pressed(Key::down, true)) scroll(step);
  if (compat::key_pressed(Key::up, true)) scroll(-step);
  if (compat::key_pressed(Key::page_down, true)) scroll(page);
  if (compat::key_pressed(Key::page_up, true)) scroll(-page);
  return beside_;
}

}  // namespace imapscope::gui
