// How text looks on a terminal; plain where it is piped.
#pragma once

#include <string>
#include <string_view>

namespace imapscope::cli {

class Style {
 public:
  /// Plain.
  Style() = default;
  explicit Style(bool colour) : colour_(colour) {}
  /// Coloured where standard output is a terminal and NO_COLOR is not set.
  [[nodiscard]] static Style of_output();

  [[nodiscard]] std::string strong(std::string_view text) const { return in("1", text); }
  [[nodiscard]] std::string dim(std::string_view text) const { return in("2", text); }
  [[nodiscard]] std::string good(std::string_view text) const { return in("32", text); }
  [[nodiscard]] std::string middling(std::string_view text) const { return in("33", text); }
  [[nodiscard]] std::string bad(std::string_view text) const { return in("31", text); }
  [[nodiscard]] std::string wire(std::string_view text) const { return in("36", text); }
  /// Text with `code` and **strong**. Plain text keeps the backquotes, since they tell wire text
  /// from words.
  [[nodiscard]] std::string rich(std::string_view text) const;

 private:
  [[nodiscard]] std::string in(std::string_view code, std::string_view text) const;

  bool colour_ = false;
};

}  // namespace imapscope::cli
