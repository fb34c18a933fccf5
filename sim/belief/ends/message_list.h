// MessageList: what is believed of the messages of an open mailbox, by sequence number. Cheap to
// copy and to change afterwards: chunks are shared between copies until one of them changes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "sim/imap/flag.h"
#include "sim/imap/numbers.h"

namespace imapscope::observer {

/// Nothing: unknown to that end.
template <class T>
using Known = std::optional<T>;

struct MessageBelief {
  Known<Uid> uid;
  Known<FlagSet> flags;
  Known<std::uint64_t> size;
  Known<std::string> subject;  ///< decoded, from an ENVELOPE or a header that came by
  friend bool operator==(const MessageBelief&, const MessageBelief&) = default;
};

class MessageList {
 public:
  class Iterator;

  /// Messages above this number are counted by whoever owns the list, but not held: a server that
  /// claims four thousand million messages must not cost as many entries.
  static constexpr std::uint32_t most = 1U << 20U;

  [[nodiscard]] std::uint32_t size() const { return size_; }
  /// Whether the list holds an entry for the number.
  [[nodiscard]] bool holds(SeqNum number) const {
    return number.value >= 1 && number.value <= size_;
  }
  /// The list holds it. So it does where one is changed or erased.
  [[nodiscard]] const MessageBelief& at(SeqNum number) const;
  /// By place: [0] is number 1.
  [[nodiscard]] const MessageBelief& operator[](std::size_t place) const {
    return at(SeqNum{static_cast<std::uint32_t>(place) + 1});
  }
  [[nodiscard]] Iterator begin() const;
  [[nodiscard]] Iterator end() const;
  friend bool operator==(const MessageList& a, const MessageList& b);

  [[nodiscard]] MessageBelief& change_at(SeqNum number);

  /// Appends messages of which nothing is known, up to `size` of them in all.
  void grow(std::uint32_t size);
  /// Higher numbers drop by one.
  void erase(SeqNum number);
  void clear();

  /// The number of the message with this UID; number 0 where it is not known.
  [[nodiscard]] SeqNum find(Uid uid) const;

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

/// Goes through a list in order, without looking each entry up.
class MessageList::Iterator {
 public:
  using iterator_category = std::forward_iterator_tag;
  using value_type = MessageBelief;
  using difference_type = std::ptrdiff_t;
  using pointer = const MessageBelief*;
  using reference = const MessageBelief&;

  Iterator() = default;
  reference operator*() const;
  pointer operator->() const { return &**this; }
  Iterator& operator++();
  Iterator operator++(int) {
    Iterator before = *this;
    ++*this;
    return before;
  }
  friend bool operator==(const Iterator&, const Iterator&) = default;

 private:
  friend class MessageList;
  explicit Iterator(const Chunk* chunk) : chunk_(chunk) {}

  const Chunk* chunk_ = nullptr;
  std::uint32_t at_ = 0;  // within the chunk
};

inline MessageList::Iterator MessageList::begin() const {
  return Iterator(chunks_.data());
}
inline MessageList::Iterator MessageList::end() const {
  return Iterator(chunks_.data() + chunks_.size());
}

}  // namespace imapscope::observer
