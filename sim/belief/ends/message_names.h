// Whether a message set names a message, as far as the client can tell.
#pragma once

#include <algorithm>
#include <variant>

#include "sim/base/certainty.h"
#include "sim/belief/ends/meanwhile.h"
#include "sim/belief/ends/session_model.h"

namespace imapscope::observer {

template <class N>
[[nodiscard]] bool holds_star(const NumberSet<N>& set) {
  return std::any_of(set.ranges.begin(), set.ranges.end(), [&](const auto& range) {
    return range.first == set.star || range.last == set.star;
  });
}

/// Whether the set holds `number`, where `*` is some number of `last`. If it does for the lowest
/// and for the highest, it does for all between: ranges have no holes.
template <class N, class Holds>
[[nodiscard]] Certainty named(const NumberSet<N>& set, SeqNum number, LastMessage last,
                              Holds holds) {
  if (set.saved) return Certainty::perhaps;  // what was found, the server knows
  const bool low = holds(last.lowest);
  const bool high = holds(last.highest);
  if (low && high) return Certainty::yes;
  const bool between = last.lowest <= number && number <= last.highest && holds_star(set);
  return low || high || between ? Certainty::perhaps : Certainty::no;
}

[[nodiscard]] inline Certainty named(const SeqSet& set, SeqNum number, const Meanwhile& since) {
  if (number >= since.moved) {
    const bool reaches = std::any_of(set.ranges.begin(), set.ranges.end(), [&](const auto& range) {
      return std::max(range.first, range.last) >= since.moved;
    });
    return reaches || holds_star(set) || set.saved ? Certainty::perhaps : Certainty::no;
  }
  return named(set, number, since.last, [&](SeqNum last) { return set.contains(number, last); });
}

/// `uid`: of the message with this number. UIDs ascend with the numbers (RFC 3501 §2.3.1.1), so
/// that of the last message need not be known.
[[nodiscard]] inline Certainty named(const UidSet& set, SeqNum number, Uid uid,
                                     const Meanwhile& since) {
  return named(set, number, since.last, [&](SeqNum last) {
    const Uid largest = number < last ? Uid{UINT32_MAX} : number == last ? uid : Uid{1};
    return set.contains(uid, largest);
  });
}

/// Whether a FETCH response may be an answer to a command about these messages: its number is in
/// the set, or its UID is. `*` may be any message.
[[nodiscard]] inline bool may_name(const MessageSet& set, const FetchData& data) {
  if (is_saved(set)) return true;
  if (const auto* numbers = std::get_if<SeqSet>(&set)) {
    return numbers->contains(data.number, SeqNum{UINT32_MAX}) || holds_star(*numbers);
  }
  const UidSet& uids = std::get<UidSet>(set);
  for (const FetchedItem& item : data.items) {
    const auto* told = std::get_if<FetchedUid>(&item);
    if (told != nullptr) return uids.contains(told->uid, Uid{UINT32_MAX}) || holds_star(uids);
  }
  return false;  // the answer to a UID command tells the UID (RFC 3501 §6.4.8)
}

}  // namespace imapscope::observer
