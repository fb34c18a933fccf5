// Conditions: the word that a status response begins with (RFC 3501 §7.1).
#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string_view>

#include "sim/imap/table.h"

namespace imapscope {

enum class Condition : std::uint8_t { ok, no, bad, bye, preauth };

struct ConditionInfo {
  Condition condition;
  std::string_view name;
  Standard standard;
  bool completes;  ///< a command, behind its tag
};

/// In the enum's order.
inline constexpr std::array conditions{
    ConditionInfo{Condition::ok, "OK", {"3501 §7.1.1", "9051 §7.1.1"}, true},
    ConditionInfo{Condition::no, "NO", {"3501 §7.1.2", "9051 §7.1.2"}, true},
    ConditionInfo{Condition::bad, "BAD", {"3501 §7.1.3", "9051 §7.1.3"}, true},
    ConditionInfo{Condition::bye, "BYE", {"3501 §7.1.5", "9051 §7.1.5"}, false},
    ConditionInfo{Condition::preauth, "PREAUTH", {"3501 §7.1.4", "9051 §7.1.4"}, false},
};

[[nodiscard]] constexpr const ConditionInfo& info_of(Condition condition) {
  return conditions[static_cast<std::size_t>(condition)];
}
/// "OK"
[[nodiscard]] constexpr std::string_view name_of(Condition condition) {
  return info_of(condition).name;
}
/// Whether it can stand behind a tag.
[[nodiscard]] constexpr bool completes(Condition condition) {
  return info_of(condition).completes;
}
/// Ignores case; nothing where the word is none.
[[nodiscard]] std::optional<Condition> find_condition(std::string_view word);

/// A set of conditions, for the table of codes.
class Conditions {
 public:
  constexpr Conditions(std::initializer_list<Condition> all) {
    for (const Condition condition : all) bits_ |= bit(condition);
  }
  [[nodiscard]] constexpr bool contains(Condition condition) const {
    return (bits_ & bit(condition)) != 0;
  }

 private:
  static constexpr unsigned bit(Condition condition) {
    return 1U << static_cast<unsigned>(condition);
  }
  unsigned bits_ = 0;
};

}  // namespace imapscope
