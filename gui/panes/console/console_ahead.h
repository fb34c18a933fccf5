// The console while the server's `+` is on its way: nothing can be sent, and what is typed is kept
// for the field that comes with the `+`.
#pragma once

#include "gui/panes/console/console_field.h"

namespace imapscope::gui {

class ConsoleAhead {
 public:
  ConsoleAhead() : field_(longest) {}

  /// Says what is waited for, as long as nothing is typed.
  void draw(const Scene& scene, const Lane& lane);
  void focus() { field_.text().focus(); }
  /// The field that appears instead takes the keyboard.
  [[nodiscard]] bool give_up_focus() { return field_.text().give_up_focus(); }
  /// What was typed, taken away; line ends are LF.
  [[nodiscard]] std::string take();

 private:
  static constexpr std::size_t longest = 8192;

  ConsoleField field_;
};

}  // namespace imapscope::gui
