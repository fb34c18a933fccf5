#include "gui/layout/wrap.h"

namespace imapscope::gui {

std::size_t wrap_at_token(std::string_view text, std::size_t columns) {
  if (text.size() <= columns) return text.size();
  // Behind "* " or a tag alone no line ends: what follows belongs to it.
  const std::size_t blank = text.rfind(' ', columns);
  const std::size_t first = text.find(' ');
  return blank == std::string_view::npos || blank == first ? columns : blank;
}

}  // namespace imapscope::gui
