// Whether a message set names a message, as far as the client can tell.
#pragma once

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

}  // namespace imapscope::observer
