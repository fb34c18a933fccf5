// Flags (RFC 3501 §2.3.2): system flags begin with a backslash, keywords do not; both compare
// without regard to case. A keyword keeps the spelling in which it was first seen.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

namespace imapscope {

struct Flag {
  std::string name;  ///< as on the wire: `\Seen`, `$Forwarded`

  [[nodiscard]] bool is_system() const { return !name.empty() && name.front() == '\\'; }
  friend bool operator==(const Flag& a, const Flag& b);
};

namespace flags {
inline const Flag answered{"\\Answered"};
inline const Flag flagged{"\\Flagged"};
inline const Flag deleted{"\\Deleted"};
inline const Flag seen{"\\Seen"};
inline const Flag draft{"\\Draft"};
inline const Flag recent{"\\Recent"};  ///< session-only; no client can change it
}  // namespace flags

/// A set of flags. The six system flags are bits, so that a set without keywords costs no
/// allocation and a mailbox of 100,000 entries stays cheap to copy and to print. Iterates over the
/// system flags in the order above, in their usual spelling, then over the others in the order in
/// which they came.
class FlagSet {
 public:
  class Iterator;

  FlagSet() = default;
  FlagSet(std::initializer_list<Flag> flags);

  [[nodiscard]] bool contains(const Flag& flag) const;
  void add(const Flag& flag);     ///< no effect where it is held already
  void remove(const Flag& flag);  ///< no effect where it is not held
  void add(const FlagSet& flags);
  void remove(const FlagSet& flags);
  [[nodiscard]] bool empty() const { return system_ == 0 && others_.empty(); }
  [[nodiscard]] std::size_t size() const;
  [[nodiscard]] Iterator begin() const;
  [[nodiscard]] Iterator end() const;

  /// As sets: order and spelling do not matter.
  friend bool operator==(const FlagSet& a, const FlagSet& b);

 private:
  std::uint8_t system_ = 0;   // bit n: the nth of `namespace flags`
  std::vector<Flag> others_;  // keywords, and flags with a backslash that no standard knows
};

class FlagSet::Iterator {
 public:
  using iterator_category = std::forward_iterator_tag;
  using value_type = Flag;
  using difference_type = std::ptrdiff_t;
  using pointer = const Flag*;
  using reference = const Flag&;

  Iterator() = default;
  reference operator*() const { return bits_ != 0 ? system_flag() : *other_; }
  pointer operator->() const { return &**this; }
  Iterator& operator++() {
    if (bits_ != 0) {
      bits_ &= bits_ - 1;  // drops the lowest bit
    } else {
      ++other_;
    }
    return *this;
  }
  Iterator operator++(int) {
    Iterator before = *this;
    ++*this;
    return before;
  }
  friend bool operator==(const Iterator&, const Iterator&) = default;

 private:
  friend class FlagSet;
  Iterator(unsigned bits, const Flag* other) : bits_(bits), other_(other) {}
  [[nodiscard]] const Flag& system_flag() const;

  unsigned bits_ = 0;            // of the system flags still to come
  const Flag* other_ = nullptr;  // of the others
};

inline FlagSet::Iterator FlagSet::begin() const {
  return {system_, others_.data()};
}
inline FlagSet::Iterator FlagSet::end() const {
  return {0, others_.data() + others_.size()};
}

}  // namespace imapscope
