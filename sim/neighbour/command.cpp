#include "sim/neighbour/command.h"

#include <algorithm>

#include "sim/base/line_end.h"

namespace imapscope::neighbour {

Words words_of(std::string_view line) {
  line = without_line_end(line);
  const std::size_t end = std::min(line.find(' '), line.size());
  Words words{line.substr(0, end), line.substr(end)};
  words.argument.remove_prefix(
      std::min(words.argument.find_first_not_of(' '), words.argument.size()));
  while (words.argument.ends_with(' ')) words.argument.remove_suffix(1);
  return words;
}

}  // namespace imapscope::neighbour
