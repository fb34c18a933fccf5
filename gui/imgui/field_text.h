// FieldText: what a text field holds, and Dear ImGui's InputText around it. No character is lost
// while the keyboard is on its way to the field, its text can be changed at any time, and Esc takes
// nothing back.
#pragma once

#include <imgui.h>

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace imapscope::gui {

class FieldText {
 public:
  struct Form {
    const char* id = "";
    const char* hint = "";  ///< of a field of one line
    ImVec2 size;            ///< height 0: one line
    ImGuiInputTextFlags flags = 0;
  };
  /// For the events that the flags ask for, and in each frame in which it has the keyboard.
  using Edit = std::function<int(ImGuiInputTextCallbackData&)>;

  /// Holds octets up to a NUL, and no more than `longest`.
  explicit FieldText(std::size_t longest) : octets_(longest + 1, '\0') {}

  [[nodiscard]] std::string_view get() const { return octets_.data(); }
  void put(std::string_view text);

  /// Takes the keyboard as soon as it is drawn; all that is typed until then is typed into it, but
  /// for the character of the key that brought it, if that has one.
  void focus(char brought_by = '\0');
  /// Gives the keyboard back.
  void leave();
  /// Whether it has the keyboard, or is about to have it.
  [[nodiscard]] bool active() const { return active_ || coming_ > 0; }
  /// The same, and another field takes that over.
  [[nodiscard]] bool give_up_focus();

  /// At Dear ImGui's cursor. True when InputText says so.
  bool draw(const Form& form, const Edit& edit = {});

 private:
  void ask_for_keyboard();
  void take_typed();
  void arrive(ImGuiInputTextCallbackData& data);

  std::vector<char> octets_;
  bool active_ = false;
  bool put_ = false;  ///< while Dear ImGui may hold a copy of its own
  int coming_ = 0;    ///< frames that it may take until the keyboard is here
  char brought_by_ = '\0';
  std::string typed_;  ///< while it was coming
};

}  // namespace imapscope::gui
