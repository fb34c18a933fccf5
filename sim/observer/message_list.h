// MessageList: what is believed of the messages of an open mailbox, by sequence number. Cheap to
// copy and to change afterwards: chunks are shared between copies until one of them changes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "sim/observer/belief.h"

namespace imapscope::observer {

class MessageList {
 public:
  /// Messages above this number are counted by whoever owns the list, but not held: a server that
  /// claims four thousand million messages must not cost as many entries.
  static constexpr std::uint32_t most = 1U << 20U;

  [[nodiscard]] std::uint32_t size() const { return size_; }
  /// Whether the list holds an entry for the number.
  [[nodiscard]] bool holds(SeqNum number) const {
    return number.value >= 1 && number.value <= size_;
  }
  [[nodiscard]] const MessageBelief& at(SeqNum number) const;
  [[nodiscard]] MessageBelief& change_at(SeqNum number);

  /// Appends messages of which nothing is known, up to `size` of them in all.
  void grow(std::uint32_t size);
  /// Higher numbers drop by one.
  void erase(SeqNum number);
  void clear();

  /// The number of the message with this UID; number 0 where it is not known.
  [[nodiscard]] SeqNum find(Uid uid) const;
  [[nodiscard]] std::vector<MessageBelief> to_vector() const;

 private:
  struct Chunk {
    std::uint32_t first = 0;  // index of its first message
    std::uint32_t size = 0;
    std::shared_ptr<std::vector<MessageBelief>> messages;  // null: nothing is known of any
  };
  [[nodiscard]] std::size_t chunk_of(std::uint32_t index) const;

  std::vector<Chunk> chunks_;
  std::uint32_t size_ = 0;
};

}  // namespace imapscope::observer
