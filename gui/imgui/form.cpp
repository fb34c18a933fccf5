#include "gui/imgui/form.h"

#include <algorithm>
#include <string>

#include "gui/imgui/compat.h"
#include "gui/imgui/items.h"
#include "gui/imgui/widgets.h"

namespace imapscope::gui {
namespace {

/// How many frames Dear ImGui may take to give a field the keyboard.
constexpr int frames_to_arrive = 3;

}  // namespace

void focus_ring(ImDrawList& draw, const Theme& theme, ImVec2 min, ImVec2 max, float radius) {
  const float out = theme.px(1);
  draw.AddRect({min.x - out, min.y - out}, {max.x + out, max.y + out}, ink(theme.now.client(0)),
               radius + out, 0, theme.px(2));
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
  const float radius = theme.px(space::radius);
  draw.AddRectFilled(min, max, ink(fill), radius);
  draw.AddRect(min, max, ink(edge), radius, 0, theme.px(space::hairline));
  if (focused)
    focus_ring(draw, theme, {min.x - theme.px(2), min.y - theme.px(2)},
               {max.x + theme.px(2), max.y + theme.px(2)}, radius);
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

void TextField::leave() {
  if (active()) ImGui::SetWindowFocus(nullptr);
  wanted_ = false;
  active_ = false;
  fresh_ = 0;
}

void TextField::set(std::string_view text) {
  text_.fill('\0');
  std::copy_n(text.data(), std::min(text.size(), text_.size() - 1), text_.data());
  set_ = true;
}

int TextField::edit(ImGuiInputTextCallbackData* data) {
  auto& field = *static_cast<TextField*>(data->UserData);
  if (data->EventFlag == ImGuiInputTextFlags_CallbackCharFilter) {
    constexpr unsigned small = 0x20;  // of a letter, whatever Shift made of it
    const bool brought = (data->EventChar | small) == static_cast<unsigned>(field.brought_by_);
    return field.fresh_ > 0 && brought ? 1 : 0;
  }
  if (field.set_) {
    data->DeleteChars(0, data->BufTextLen);
    data->InsertChars(0, field.text_.data());
    field.set_ = false;
  }
  if (field.fresh_ > 0)
    data->CursorPos = data->SelectionStart = data->SelectionEnd = data->BufTextLen;
  field.fresh_ = 0;
  return 0;
}

bool TextField::draw(const Theme& theme, ImFont* face, std::string_view name, ImVec2 min,
                     ImVec2 max, const char* hint) {
  const float padding = std::max(0.0F, (max.y - min.y - line_height(face)) / 2);
  compat::push_font(face);
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {theme.px(space::wide_gap), padding});
  ImGui::PushStyleVar(ImGuiStyleVar_FrameBorderSize, theme.px(space::hairline));
  ImGui::SetCursorScreenPos(min);
  ImGui::SetNextItemWidth(max.x - min.x);
  if (wanted_) {
    compat::take_keyboard();
    fresh_ = frames_to_arrive;
  } else if (fresh_ > 0) {
    --fresh_;
  }
  wanted_ = false;
  const std::string id = "##" + std::string(name);
  const bool changed = ImGui::InputTextWithHint(
      id.c_str(), hint, text_.data(), text_.size(),
      ImGuiInputTextFlags_CallbackAlways | ImGuiInputTextFlags_CallbackCharFilter, edit, this);
  active_ = ImGui::IsItemActive();
  if (!active_) set_ = false;
  items::add_last(name);
  ImGui::PopStyleVar(2);
  ImGui::PopFont();
  if (active_) focus_ring(*ImGui::GetWindowDrawList(), theme, min, max, theme.px(6));
  return changed;
}

}  // namespace imapscope::gui
