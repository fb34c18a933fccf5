// The rows of the mailbox pane from frame to frame: a mailbox may have very many.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "gui/layout/mailbox_rows.h"
#include "gui/scene/scene.h"

namespace imapscope::gui {

/// The rows of what is believed and held, kept until one of the two changes.
class MailboxAlignment {
 public:
  /// Valid until the next call. `held` may be null.
  const MailboxRows& update(std::shared_ptr<const observer::MailboxBelief> believed,
                            std::shared_ptr<const XrayRows> held,
                            const std::vector<std::uint32_t>& removed);
  /// Of every message that is believed.
  [[nodiscard]] bool knows_all_uids() const { return knows_all_uids_; }

 private:
  std::shared_ptr<const observer::MailboxBelief> believed_;
  std::shared_ptr<const XrayRows> held_;
  std::vector<std::uint32_t> removed_;
  MailboxRows rows_;
  bool knows_all_uids_ = true;
};

}  // namespace imapscope::gui
