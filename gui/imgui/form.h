// What is filled in and pressed: buttons with a frame, fields to type into, and the ring around
// what the keyboard would act on.
#pragma once

#include <imgui.h>

#include <array>
#include <string_view>

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

/// One line to type into.
class TextField {
 public:
  /// Takes the keyboard, from the next frame on. The letter on the key that brought it, if it has
  /// one, is not typed.
  void focus(char brought_by = '\0') {
    wanted_ = true;
    brought_by_ = brought_by;
  }
  /// Gives the keyboard back.
  void leave();
  void set(std::string_view text);

  [[nodiscard]] std::string_view text() const { return text_.data(); }
  /// Whether it has the keyboard, or is about to have it.
  [[nodiscard]] bool active() const { return active_ || wanted_ || fresh_ > 0; }

  /// True when what is typed has changed.
  bool draw(const Theme& theme, ImFont* face, std::string_view name, ImVec2 min, ImVec2 max,
            const char* hint);

 private:
  static int edit(ImGuiInputTextCallbackData* data);

  std::array<char, 1024> text_{};
  bool wanted_ = false;
  char brought_by_ = '\0';
  bool active_ = false;
  int fresh_ = 0;     ///< frames that it may take until the keyboard is here
  bool set_ = false;  ///< `text_` was changed while Dear ImGui holds a copy of its own
};

}  // namespace imapscope::gui
