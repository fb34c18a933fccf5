// Whether a message set names a message, as far as the client can tell.
#pragma once

#include <variant>

#include "sim/observer/session_model.h"

namespace imapscope::observer {

/// The message's number must be held. A UID that is not known is named by no UID set.
[[nodiscard]] inline bool names(const MessageSet& set, SeqNum number, const MailboxModel& mailbox) {
  if (const auto* numbers = std::get_if<SeqSet>(&set)) {
    return numbers->contains(number, SeqNum{mailbox.messages.size()});
  }
  const Known<Uid>& uid = mailbox.messages.at(number).uid;
  if (!uid) return false;
  const Known<Uid>& last = mailbox.messages.at(SeqNum{mailbox.messages.size()}).uid;
  return std::get<UidSet>(set).contains(*uid, last.value_or(Uid{UINT32_MAX}));
}

template <class N>
[[nodiscard]] bool holds_star(const NumberSet<N>& set) {
  for (const auto& range : set.ranges) {
    if (range.first == set.star || range.last == set.star) return true;
  }
  return false;
}

/// Whether a FETCH response may be an answer to a command about these messages: its number is in
/// the set, or its UID is. `*` may be any message.
[[nodiscard]] inline bool may_name(const MessageSet& set, const FetchData& data) {
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
