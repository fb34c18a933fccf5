// Queue: first in, first out, in a ring of memory that is used again. A std::deque takes a block
// for each value that is large, and most values here are taken out again at once.
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

namespace imapscope {

/// `T` can be made from nothing, and moved.
template <class T>
class Queue {
 public:
  [[nodiscard]] bool empty() const { return size_ == 0; }
  [[nodiscard]] std::size_t size() const { return size_; }
  /// 0: the one that is next to be taken.
  [[nodiscard]] T& operator[](std::size_t place) {
    return ring_[(first_ + place) & (ring_.size() - 1)];
  }
  [[nodiscard]] T& front() { return ring_[first_]; }

  /// One more, to be assigned: it holds what is left of one that was taken.
  [[nodiscard]] T& add() {
    if (size_ == ring_.size()) grow();
    return (*this)[size_++];
  }
  [[nodiscard]] T take() {
    T value = std::move(ring_[first_]);
    first_ = (first_ + 1) & (ring_.size() - 1);
    --size_;
    return value;
  }

 private:
  void grow() {
    constexpr std::size_t least = 16;  // a power of two, as all sizes of the ring
    std::vector<T> larger(ring_.empty() ? least : 2 * ring_.size());
    for (std::size_t place = 0; place < size_; ++place) larger[place] = std::move((*this)[place]);
    ring_ = std::move(larger);
    first_ = 0;
  }

  std::vector<T> ring_;
  std::size_t first_ = 0;
  std::size_t size_ = 0;
};

}  // namespace imapscope
