// NameIndex: the rows of a table by their names, in any case of letters. For tables that are asked
// several times for each line of a trace.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "sim/base/ascii.h"

namespace imapscope {

/// `Name` is the member that says what a row is called; the rows outlive the index. Of two rows of
/// one name the first counts.
template <class Info, auto Name>
class NameIndex {
 public:
  explicit NameIndex(std::span<const Info> rows) {
    for (const Info& row : rows) {
      const std::size_t place = place_of(row.*Name);
      if (rows_.size() <= place) rows_.resize(place + 1);
      rows_[place].push_back(&row);
    }
  }

  /// Null where there is none.
  [[nodiscard]] const Info* find(std::string_view name) const {
    const std::size_t place = place_of(name);
    if (place >= rows_.size()) return nullptr;
    for (const Info* row : rows_[place]) {
      const std::string_view its = row->*Name;  // most ask in capitals, as the tables are
      if (its == name || ascii::equal_ignoring_case(its, name)) return row;
    }
    return nullptr;
  }

 private:
  /// Words of the protocol differ in their length, or in how they begin.
  static std::size_t place_of(std::string_view name) {
    constexpr std::size_t letters = 32;  // of a letter's octet, the same in both cases
    const auto first = static_cast<unsigned char>(name.empty() ? 0 : name.front());
    return name.size() * letters + first % letters;
  }

  std::vector<std::vector<const Info*>> rows_;  // by their place
};

}  // namespace imapscope
