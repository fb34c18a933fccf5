// ConsoleField: one of the console's fields. `/` brings it the keyboard.
#pragma once

#include <string_view>

#include "gui/imgui/field_text.h"
#include "gui/panes/console/console_parts.h"

namespace imapscope::gui {

class ConsoleField {
 public:
  struct Form {
    const char* name = "";  ///< "console.line"
    const char* hint = "";
    bool several_lines = false;  ///< it fills the area; else it stands in its middle
    ImGuiInputTextFlags flags = 0;
  };

  explicit ConsoleField(std::size_t longest) : text_(longest) {}

  [[nodiscard]] FieldText& text() { return text_; }
  [[nodiscard]] std::string_view get() const { return text_.get(); }
  /// It has the keyboard.
  [[nodiscard]] bool focused() const { return focused_; }

  /// The frame, which is drawn around more than the field where it has to be.
  void draw_frame(const Theme& theme, ConsoleArea area, Color client) const;
  /// True when InputText says so.
  bool draw(const Theme& theme, ConsoleArea area, const Form& form,
            const FieldText::Edit& edit = {});
  /// Where its text begins, at the top or in the middle of its line.
  [[nodiscard]] ImVec2 text_at() const { return text_at_; }

 private:
  FieldText text_;
  ImVec2 text_at_;
  bool focused_ = false;
};

}  // namespace imapscope::gui
