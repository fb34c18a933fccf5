#include "gui/panes/mailbox/mailbox_alignment.h"

#include <algorithm>
#include <utility>

namespace imapscope::gui {

const MailboxRows& MailboxAlignment::update(std::shared_ptr<const observer::MailboxBelief> believed,
                                            std::shared_ptr<const XrayRows> held,
                                            const std::vector<std::uint32_t>& removed) {
  if (believed == believed_ && held == held_ && removed == removed_) return rows_;
  believed_ = std::move(believed);
  held_ = std::move(held);
  removed_ = removed;
  const HeldUids uids{held_ ? held_->size() : 0,
                      [this](std::size_t place) { return held_->uid_at(place); }};
  rows_ = MailboxRows(believed_->messages, uids, removed_);
  knows_all_uids_ =
      std::all_of(believed_->messages.begin(), believed_->messages.end(),
                  [](const observer::MessageBelief& message) { return message.uid.has_value(); });
  return rows_;
}

}  // namespace imapscope::gui
