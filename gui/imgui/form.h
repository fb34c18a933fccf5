// What is filled in and pressed: buttons with a frame, fields to type into, and the ring around
// what the keyboard would act on.
#pragma once

#include <imgui.h>

#include <string_view>

#include "gui/imgui/field_text.h"
#include "gui/scene/theme.h"

namespace imapscope::gui {

/// The ring around what the keyboard acts on: 2 px, outside of the frame.
void focus_ring(ImDrawList& draw, const Theme& theme, ImVec2 min, ImVec2 max, float radius);

enum class ButtonLook { quiet, chosen, leading };

/// A button's frame, without what stands in it; true when it was clicked.
bool framed_button(const Theme& theme, std::string_view name, ImVec2 min, ImVec2 max,
                   ButtonLook look, bool focused);
/// The same with a label in its middle.
bool label_button(const Theme& theme, std::string_view name, ImVec2 min, ImVec2 max,
                  std::string_view label, ButtonLook look, bool focused);

/// One line to type into, in a frame with a ring while it has the keyboard.
class TextField {
 public:
  /// Takes the keyboard, from the next frame on. The letter on the key that brought it, if it has
  /// one, is not typed.
  void focus(char brought_by = '\0') { text_.focus(brought_by); }
  /// Gives the keyboard back.
  void leave() { text_.leave(); }
  void set(std::string_view text) { text_.put(text); }

  [[nodiscard]] std::string_view text() const { return text_.get(); }
  /// Whether it has the keyboard, or is about to have it.
  [[nodiscard]] bool active() const { return text_.active(); }

  /// True when what is typed has changed.
  bool draw(const Theme& theme, ImFont* face, std::string_view name, ImVec2 min, ImVec2 max,
            const std::string& hint);

 private:
  static constexpr std::size_t longest = 1023;

  FieldText text_{longest};
};

}  // namespace imapscope::gui
