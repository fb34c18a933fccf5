// NameIndex: the rows of a table by their names, in any case of letters. For tables that are asked
// several times for each line of a trace.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "sim/base/ascii.h"

namespace imapscope {

/// `Name` says what a row is called; the rows outlive the index. Of two rows of one name the first
/// counts.
template <class Info, std::string_view Info::*Name>
class NameIndex {
 public:
  explicit NameIndex(std::span<const Info> rows) {
    for (const Info& row : rows) {
      const std::size_t length = (row.*Name).size();
      if (by_length_.size() <= length) by_length_.resize(length + 1);
      by_length_[length].push_back(&row);
    }
  }

  /// Null where there is none.
  [[nodiscard]] const Info* find(std::string_view name) const {
    if (name.size() >= by_length_.size()) return nullptr;
    for (const Info* row : by_length_[name.size()]) {
      if (ascii::equal_ignoring_case(row->*Name, name)) return row;
    }
    return nullptr;
  }

 private:
  std::vector<std::vector<const Info*>> by_length_;  // words of the protocol differ in their length
};

}  // namespace imapscope
