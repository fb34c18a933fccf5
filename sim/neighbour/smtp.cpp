#include "sim/neighbour/smtp.h"

#include <algorithm>

#include "sim/base/line_end.h"

namespace imapscope::smtp {
namespace {

using neighbour::Success;

/// 500 to 504: the command itself is wrong; 421: the server goes.
Condition condition_of(std::string_view code) {
  if (code == "421") return Condition::bye;
  if (code.starts_with("50")) return Condition::bad;
  return code[0] == '2' || code[0] == '3' ? Condition::ok : Condition::no;
}

Success success_of(char digit) {
  if (digit == '3') return Success::go_ahead;
  return digit == '2' ? Success::yes : Success::no;
}

}  // namespace

std::optional<neighbour::Status> status_in(std::string_view line) {
  line = without_line_end(line);
  const std::string_view code = line.substr(0, 3);
  const bool is_code = code.size() == 3 && code[0] >= '2' && code[0] <= '5' &&
                       std::all_of(code.begin(), code.end(), ascii::is_digit);
  if (!is_code) return std::nullopt;
  const std::string_view rest = line.substr(3);
  if (!rest.empty() && rest[0] != ' ' && rest[0] != '-') return std::nullopt;
  return neighbour::Status{.success = success_of(code[0]),
                           .goes_on = rest.starts_with('-'),
                           .condition = condition_of(code),
                           .mark = code,
                           .text = rest.substr(std::min<std::size_t>(1, rest.size()))};
}

const neighbour::Dialect dialect{Protocol::smtp, command_rows, status_in};

}  // namespace imapscope::smtp
