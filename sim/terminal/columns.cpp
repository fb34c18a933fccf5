#include "sim/terminal/columns.h"

#include <algorithm>

#include "sim/base/utf.h"

namespace imapscope::terminal {

std::size_t columns(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char octet) { return !continues_character(octet); }));
}

std::string padded(std::string_view text, std::size_t width) {
  std::string result(text);
  result.append(width - std::min(width, columns(text)), ' ');
  return result;
}

namespace {

/// The first blank that is not inside backquotes: wire text is not broken.
std::size_t end_of_word(std::string_view line) {
  bool quoted = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '`') quoted = !quoted;
    if (line[i] == ' ' && !quoted) return i;
  }
  return quoted ? line.find(' ') : line.npos;  // an odd backquote quotes nothing
}

}  // namespace

std::string wrapped(std::string_view text, std::size_t width, std::string_view indent) {
  std::string result;
  while (!text.empty()) {
    std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    if (line.empty()) result += '\n';
    std::string row;
    while (!line.empty()) {
      const std::string_view word = line.substr(0, end_of_word(line));
      line.remove_prefix(std::min(line.size(), word.size() + 1));
      if (!row.empty() && columns(row) + 1 + columns(word) > width) {
        result += std::string(indent) + row + '\n';
        row.clear();
      }
      row += (row.empty() ? "" : " ") + std::string(word);
    }
    if (!row.empty()) result += std::string(indent) + row + '\n';
  }
  return result;
}

}  // namespace imapscope::terminal
