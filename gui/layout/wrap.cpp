#include "gui/layout/wrap.h"

#include "sim/base/utf.h"

#include <algorithm>

namespace imapscope::gui {

std::size_t wrap_at_token(std::string_view text, std::size_t columns) {
  if (text.size() <= columns) return text.size();
  // Behind "* " or a tag alone no line ends: what follows belongs to it.
  const std::size_t blank = text.rfind(' ', columns);
  const std::size_t first = text.find(' ');
  return blank == std::string_view::npos || blank == first ? columns : blank;
}

std::vector<std::string_view> wrapped_lines(std::string_view text, std::size_t columns) {
  std::vector<std::string_view> lines;
  do {
    std::size_t end = wrap_at_token(text, std::max<std::size_t>(columns, 4));
    end = std::max<std::size_t>(cut_at_character(text, end).size(), 1);
    if (end < text.size() && text[end] == ' ') ++end;
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end);
  } while (!text.empty());
  return lines;
}

}  // namespace imapscope::gui
