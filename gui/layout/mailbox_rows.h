// The rows of the mailbox pane: what a client believes and what the server holds, aligned by UID,
// so that a message that one side lacks is seen at once as a gap. Pure.
//
// Rows are kept as runs of alike ones. So an alignment costs one pass over the UIDs, and a row in
// view one search, however many messages there are.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "sim/belief/ends/message_list.h"
#include "sim/imap/numbers.h"

namespace imapscope::gui {

struct MailboxRow {
  std::optional<std::size_t>
      believed;                     ///< index of the client's message; none: it does not know of it
  std::optional<std::size_t> held;  ///< index of the server's message; none: it is gone there
  std::optional<std::uint32_t>
      removed;  ///< the number of a message that was just expunged: a closing row
};

/// The UIDs at the server, ascending.
struct HeldUids {
  std::size_t count = 0;
  std::function<Uid(std::size_t)> at;  ///< asked only for places below `count`
};

class MailboxRows {
 public:
  MailboxRows() = default;
  /// `removed`: numbers of the expunges that just reached the client, in their order. A believed
  /// message whose UID is unknown stands beside the next held one that no other claims.
  MailboxRows(const observer::MessageList& believed, const HeldUids& held,
              std::span<const std::uint32_t> removed);

  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] MailboxRow operator[](std::size_t row) const;
  /// The row of the client's message `believed`.
  [[nodiscard]] std::size_t row_of(std::size_t believed) const;
  /// The closing rows, ascending.
  [[nodiscard]] const std::vector<std::size_t>& closing() const { return closing_; }

 private:
  /// `count` rows of one kind, whose indices go up by one from row to row.
  struct Run {
    std::size_t row = 0;  // its first
    std::size_t count = 1;
    MailboxRow first;
  };
  void align(const observer::MessageList& believed, const HeldUids& held);
  void add(std::optional<std::size_t> believed, std::optional<std::size_t> held);
  void close(std::uint32_t number);
  void number_rows();

  std::vector<Run> runs_;
  std::vector<std::size_t> closing_;
  std::size_t size_ = 0;
};

}  // namespace imapscope::gui
