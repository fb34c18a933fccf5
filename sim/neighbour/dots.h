// Lines up to `.`: a line that begins with a dot is sent with one more (RFC 1939 §3, RFC 5321
// §4.5.2).
#pragma once

#include <string>
#include <string_view>

#include "sim/base/line_end.h"

namespace imapscope::neighbour {

/// The line, its end included, is the last of what is sent up to `.`.
[[nodiscard]] inline bool ends_lines(std::string_view line) {
  return without_line_end(line) == ".";
}

/// As it is sent.
[[nodiscard]] inline std::string with_dot(std::string_view line) {
  return (line.starts_with('.') ? "." : "") + std::string(line);
}

/// As it was meant.
[[nodiscard]] inline std::string_view without_dot(std::string_view line) {
  if (line.starts_with('.')) line.remove_prefix(1);
  return line;
}

/// A whole text with its last line, `.`.
[[nodiscard]] inline std::string with_dots(std::string_view text) {
  std::string sent;
  while (!text.empty()) sent += with_dot(take_line(text));
  if (!sent.empty() && !sent.ends_with('\n')) sent += "\r\n";
  return sent + ".\r\n";
}

}  // namespace imapscope::neighbour
