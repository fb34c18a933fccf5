// The console while AUTHENTICATE waits for a response: what is typed, and the base64 of it that
// goes out.
#pragma once

#include "gui/panes/console/console_answer.h"
#include "gui/panes/console/console_field.h"

namespace imapscope::gui {

class ConsoleSasl {
 public:
  ConsoleSasl() : field_(longest_response) {}

  void draw(const Scene& scene, const Lane& lane, Intents& intents);
  /// Of one line: what stands behind a line end is left out.
  void put(std::string_view text) { field_.text().put(text.substr(0, text.find('\n'))); }
  void focus() { field_.text().focus(); }
  [[nodiscard]] bool take_sent() { return std::exchange(sent_, false); }

 private:
  static constexpr std::size_t longest_response = 4096;

  void words(const Scene& scene, const AnswerParts& parts);
  /// True when it is to be sent.
  bool field(const Scene& scene, const Lane& lane, ConsoleArea area);
  void goes_out(const Scene& scene, ConsoleArea area);

  ConsoleField field_;
  bool sent_ = false;
};

}  // namespace imapscope::gui
