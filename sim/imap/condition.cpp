#include "sim/imap/condition.h"

#include "sim/base/ascii.h"

namespace imapscope {

std::optional<Condition> find_condition(std::string_view word) {
  for (const ConditionInfo& info : conditions) {
    if (ascii::equal_ignoring_case(info.name, word)) return info.condition;
  }
  return std::nullopt;
}

}  // namespace imapscope
