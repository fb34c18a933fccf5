#include "gui/imgui/form.h"

#include <algorithm>
#include <string>

#include "gui/imgui/compat.h"
#include "gui/imgui/items.h"
#include "gui/imgui/widgets.h"

namespace imapscope::gui {
void focus_ring(ImDrawList& draw, const Theme& theme, ImVec2 min, ImVec2 max, float radius) {
  const float out = theme.px(space::hairline);
  draw.AddRect({min.x - out, min.y - out}, {max.x + out, max.y + out}, ink(theme.now.client(0)),
               radius + out, 0, theme.px(stroke::strong));
}

bool framed_button(const Theme& theme, std::string_view name, ImVec2 min, ImVec2 max,
                   ButtonLook look, bool focused) {
  const Press press = press_area(name, min, max);
  const Palette& now = theme.now;
  const bool lit = press.hovered || press.held;
  const Color fill = look == ButtonLook::leading  ? now.client(0)
                     : look == ButtonLook::chosen ? now.selection
                     : lit                        ? now.pane
                                                  : now.raised;
  const Color edge = look == ButtonLook::chosen ? now.client(0) : lit ? now.dim : now.hairline;
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  const float radius = theme.px(corner::card);
  draw.AddRectFilled(min, max, ink(fill), radius);
  draw.AddRect(min, max, ink(edge), radius, 0, theme.px(space::hairline));
  if (focused)
    focus_ring(draw, theme,
               {min.x - theme.px(space::half_unit), min.y - theme.px(space::half_unit)},
               {max.x + theme.px(space::half_unit), max.y + theme.px(space::half_unit)}, radius);
  return press.clicked;
}

bool label_button(const Theme& theme, std::string_view name, ImVec2 min, ImVec2 max,
                  std::string_view label, ButtonLook look, bool focused) {
  const bool clicked = framed_button(theme, name, min, max, look, focused);
  const bool leading = look == ButtonLook::leading;
  ImFont* face = leading ? theme.faces.strong : theme.faces.body;
  const float left = (min.x + max.x - text_width(face, label)) / 2;
  draw_text_centered_y(*ImGui::GetWindowDrawList(), face, {left, (min.y + max.y) / 2},
                       leading ? theme.now.pane : theme.now.text, label);
  return clicked;
}

bool TextField::draw(const Theme& theme, ImFont* face, std::string_view name, ImVec2 min,
                     ImVec2 max, const std::string& hint) {
  const float padding = std::max(0.0F, (max.y - min.y - line_height(face)) / 2);
  compat::push_font(face);
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {theme.px(space::wide_gap), padding});
  ImGui::PushStyleVar(ImGuiStyleVar_FrameBorderSize, theme.px(space::hairline));
  ImGui::SetCursorScreenPos(min);
  const std::string id = "##" + std::string(name);
  const bool changed =
      text_.draw({.id = id.c_str(), .hint = hint.c_str(), .size = {max.x - min.x, 0}, .flags = 0});
  items::add_last(name);
  const bool has_keyboard = ImGui::IsItemActive();
  ImGui::PopStyleVar(2);
  ImGui::PopFont();
  if (has_keyboard) focus_ring(*ImGui::GetWindowDrawList(), theme, min, max, theme.px(space::snug));
  return changed;
}

}  // namespace imapscope::gui
