// The console while AUTHENTICATE waits for a response: what is typed, and the base64 of it that
// goes out.
#pragma once

#include "gui/panes/console_parts.h"

namespace imapscope::gui {

class ConsoleSasl {
 public:
  ConsoleSasl() : text_(longest_response) {}

  void draw(const Scene& scene, const Lane& lane, Intents& intents);
  void focus() { focus_ = true; }
  [[nodiscard]] bool take_sent() { return std::exchange(sent_, false); }

 private:
  static constexpr std::size_t longest_response = 4096;

  void field(const Scene& scene, const Lane& lane, ConsoleArea area);
  void words(const Scene& scene, ConsoleArea area);
  void keys(const Scene& scene, ConsoleArea area);

  FieldText text_;
  bool focus_ = false;
  bool focused_ = false;
  bool sends_ = false;
  bool as_it_is_ = false;
  bool sent_ = false;
};

}  // namespace imapscope::gui
