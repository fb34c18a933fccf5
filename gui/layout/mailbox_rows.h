// The rows of the mailbox pane: what a client believes and what the server holds, aligned by UID,
// so that a message that one side lacks is seen at once as a gap. Pure.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "sim/imap/numbers.h"
#include "sim/observer/belief.h"

namespace imapscope::gui {

struct MailboxRow {
  std::optional<std::size_t>
      believed;                     ///< index of the client's message; none: it does not know of it
  std::optional<std::size_t> held;  ///< index of the server's message; none: it is gone there
  std::optional<std::uint32_t>
      removed;  ///< the number of a message that was just expunged: a closing row
};

/// `held`: the UIDs at the server, ascending. `removed`: numbers of the expunges that just reached
/// the client, in their order. A believed message whose UID is unknown stands beside the next held
/// one that no other claims.
[[nodiscard]] std::vector<MailboxRow> align(std::span<const observer::MessageBelief> believed,
                                            std::span<const Uid> held,
                                            std::span<const std::uint32_t> removed);

}  // namespace imapscope::gui
