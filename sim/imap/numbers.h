// Message numbers. A sequence number is a position, a UID an identity; the types never convert into
// each other, because taking one for the other is the oldest bug of IMAP clients. (RFC 3501 §2.3.1)
#pragma once

#include <algorithm>
#include <compare>
#include <cstdint>
#include <functional>
#include <string>
#include <variant>
#include <vector>

#include "sim/base/requires.h"

namespace imapscope {

/// A 32-bit number of a kind. 0 is never a valid one on the wire (nz-number).
template <class Kind>
struct Number {
  std::uint32_t value = 0;
  friend constexpr auto operator<=>(const Number&, const Number&) = default;
};

using SeqNum = Number<struct SeqNumKind>;  ///< position in the session's numbering, from 1
using Uid = Number<struct UidKind>;        ///< identity within one UIDVALIDITY
using UidValidity = Number<struct UidValidityKind>;  ///< the value that makes UIDs comparable

/// sequence-set (RFC 3501 §9): ranges as written; `*` is the bound with value 0.
template <class N>
struct NumberSet {
  static constexpr N star{0};

  struct Range {
    N first;
    N last;  ///< equal to `first` for a single number; bounds may stand in either order
    friend constexpr bool operator==(const Range&, const Range&) = default;

    /// With `*` standing for `largest` (0 where the mailbox is empty).
    constexpr bool contains(N n, N largest) const {
      const N a = first == star ? largest : first;
      const N b = last == star ? largest : last;
      return (a < b ? a : b) <= n && n <= (a < b ? b : a);
    }
  };

  std::vector<Range> ranges;
  bool saved = false;  ///< `$`, what the last SEARCH found and kept (RFC 5182): then no ranges

  constexpr bool contains(N n, N largest) const {
    for (const Range& range : ranges) {
      if (range.contains(n, largest)) return true;
    }
    return false;
  }

  /// The fewest ranges that hold `sorted` (ascending, no doubles).
  static NumberSet of(const std::vector<N>& sorted) {
    REQUIRES(std::adjacent_find(sorted.begin(), sorted.end(), std::greater_equal<>()) ==
             sorted.end());
    NumberSet set;
    for (const N n : sorted) {
      if (!set.ranges.empty() && set.ranges.back().last.value + 1 == n.value) {
        set.ranges.back().last = n;
      } else {
        set.ranges.push_back({n, n});
      }
    }
    return set;
  }

  friend bool operator==(const NumberSet&, const NumberSet&) = default;
};

using SeqSet = NumberSet<SeqNum>;
using UidSet = NumberSet<Uid>;

/// Which messages a command names: by number (plain form) or by UID (UID form).
using MessageSet = std::variant<SeqSet, UidSet>;

inline bool by_uid(const MessageSet& set) {
  return std::holds_alternative<UidSet>(set);
}
/// `$`, in either form.
inline bool is_saved(const MessageSet& set) {
  return std::visit([](const auto& numbers) { return numbers.saved; }, set);
}

}  // namespace imapscope
