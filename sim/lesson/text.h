// What stands in a lesson for people to read, and where it stands in its file.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace imapscope::lesson {

/// Language code to text; "en" is always there. Text may hold `code` and **strong**.
using Text = std::map<std::string, std::string, std::less<>>;

/// The text in `language`, or in English.
[[nodiscard]] const std::string& in_language(const Text& text, std::string_view language);

/// Where in its file something stands; for messages.
struct Place {
  std::size_t line = 0;
  std::size_t column = 0;
};

}  // namespace imapscope::lesson
