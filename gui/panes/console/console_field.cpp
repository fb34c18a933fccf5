#include "gui/panes/console/console_field.h"

#include <string>

#include "gui/imgui/compat.h"
#include "gui/imgui/items.h"

namespace imapscope::gui {

void ConsoleField::draw_frame(const Theme& theme, ConsoleArea area, Color client) const {
  draw_field_frame(theme, area, client, focused_);
}

bool ConsoleField::draw(const Theme& theme, ConsoleArea area, const Form& form,
                        const FieldText::Edit& edit) {
  if (!ImGui::GetIO().WantTextInput && compat::key_pressed(Key::slash)) text_.focus('/');
  compat::push_font(theme.faces.wire);
  ImGui::PushStyleVar(ImGuiStyleVar_FrameBorderSize, 0);
  ImGui::PushStyleColor(ImGuiCol_FrameBg, 0);
  const float line = ImGui::GetFrameHeight();
  const float top = form.several_lines ? area.min.y : (area.min.y + area.max.y - line) / 2;
  const ImVec2 size{area.max.x - area.min.x, form.several_lines ? area.max.y - top : 0};
  const ImVec2 padding = ImGui::GetStyle().FramePadding;
  text_at_ = {area.min.x + padding.x, form.several_lines ? top + padding.y : top + line / 2};
  ImGui::SetCursorScreenPos({area.min.x, top});
  const std::string id = "##" + std::string(form.name);
  const bool told = text_.draw({id.c_str(), form.hint, size, form.flags}, edit);
  focused_ = ImGui::IsItemActive();
  items::add_last(form.name);
  ImGui::PopStyleColor();
  ImGui::PopStyleVar();
  ImGui::PopFont();
  return told;
}

}  // namespace imapscope::gui
