#include "sim/neighbour/pop3.h"

#include <algorithm>

#include "sim/base/line_end.h"

namespace imapscope::pop3 {

using neighbour::Success;

std::optional<neighbour::Status> status_in(std::string_view line) {
  line = without_line_end(line);
  const std::size_t end = std::min(line.find(' '), line.size());
  neighbour::Status status{.mark = line.substr(0, end),
                           .text = line.substr(std::min(end + 1, line.size()))};
  if (ascii::equal_ignoring_case(status.mark, "+OK")) return status;
  if (status.mark == "+") {
    status.success = Success::go_ahead;
    return status;
  }
  if (!ascii::equal_ignoring_case(status.mark, "-ERR")) return std::nullopt;
  status.success = Success::no;
  status.condition = Condition::no;
  return status;
}

const neighbour::Dialect dialect{Protocol::pop3, command_rows, status_in};

}  // namespace imapscope::pop3
