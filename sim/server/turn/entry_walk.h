// EntryWalk: finds entries by their UIDs; those of ascending ones in one pass over a mailbox.
#pragma once

#include <algorithm>
#include <cstddef>

#include "sim/mail/mailbox.h"
#include "sim/server/turn/session_view.h"

namespace imapscope::server {

/// The mailbox may change its flags during a walk, but not its messages.
class EntryWalk {
 public:
  explicit EntryWalk(const mail::Mailbox& mailbox) : mailbox_(mailbox) {}

  /// Null where the mailbox has it no more. Valid until the mailbox changes.
  [[nodiscard]] const mail::Entry* find(Uid uid) {
    const auto& entries = mailbox_.entries();
    if (next_ > 0 && uid <= entries[next_ - 1].uid) next_ = 0;
    if (next_ < entries.size() && entries[next_].uid < uid) {
      const auto from = entries.begin() + static_cast<std::ptrdiff_t>(next_);
      const auto found = std::lower_bound(
          from, entries.end(), uid, [](const mail::Entry& entry, Uid u) { return entry.uid < u; });
      next_ = static_cast<std::size_t>(found - entries.begin());
    }
    if (next_ == entries.size() || entries[next_].uid != uid) return nullptr;
    return &entries[next_++];
  }

 private:
  const mail::Mailbox& mailbox_;
  std::size_t next_ = 0;
};

/// The same, and finds what is gone and kept for a session that has not been told (temper.h).
class SeatWalk {
 public:
  SeatWalk(const mail::Mailbox& mailbox, const SessionView& view)
      : entries_(mailbox), view_(view) {}

  [[nodiscard]] const mail::Entry* find(Uid uid) {
    const mail::Entry* entry = entries_.find(uid);
    is_kept_ = entry == nullptr;
    return is_kept_ ? view_.find_kept(uid) : entry;
  }
  /// What was found last is in the mailbox no more.
  [[nodiscard]] bool is_kept() const { return is_kept_; }

 private:
  EntryWalk entries_;
  const SessionView& view_;
  bool is_kept_ = false;
};

}  // namespace imapscope::server
