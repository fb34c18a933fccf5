#include "sim/cli/style.h"

#include <unistd.h>

#include <cstdlib>

namespace imapscope::cli {

Style Style::of_output() {
  return Style(isatty(STDOUT_FILENO) == 1 && std::getenv("NO_COLOR") == nullptr);
}

std::string Style::in(std::string_view code, std::string_view text) const {
  if (!colour_) return std::string(text);
  return "\x1b[" + std::string(code) + "m" + std::string(text) + "\x1b[0m";
}

std::string Style::rich(std::string_view text) const {
  std::string result;
  while (!text.empty()) {
    const std::string_view mark = text.starts_with("**") ? "**" : text.starts_with("`") ? "`" : "";
    const std::size_t end = mark.empty() ? text.npos : text.find(mark, mark.size());
    if (end == text.npos) {
      result += text.front();
      text.remove_prefix(1);
      continue;
    }
    const std::string_view inside = text.substr(mark.size(), end - mark.size());
    if (mark == "**") {
      result += strong(inside);
    } else {
      result += colour_ ? wire(inside) : "`" + std::string(inside) + "`";
    }
    text.remove_prefix(end + mark.size());
  }
  return result;
}

}  // namespace imapscope::cli
