// Line ends, as they come: CRLF, or a bare LF.
#pragma once

#include <cstddef>
#include <string_view>

namespace imapscope {

/// `line` without the CRLF, LF or CR at its end; only one is taken.
constexpr std::string_view without_line_end(std::string_view line) {
  if (line.ends_with('\n')) line.remove_suffix(1);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

/// `text` without any line ends behind it.
constexpr std::string_view without_line_ends(std::string_view text) {
  while (text.ends_with('\n') || text.ends_with('\r')) text.remove_suffix(1);
  return text;
}

/// The first line of `text`, with its line end if it has one; `text` goes on behind it.
constexpr std::string_view take_line(std::string_view& text) {
  const std::size_t end = text.find('\n');
  const std::string_view line = text.substr(0, end == std::string_view::npos ? end : end + 1);
  text.remove_prefix(line.size());
  return line;
}

}  // namespace imapscope
