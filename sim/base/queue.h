// Queue: first in, first out, in one block of memory. A std::deque takes a block for each value
// that is large, and most values here are taken out again at once.
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

namespace imapscope {

template <class T>
class Queue {
 public:
  [[nodiscard]] bool empty() const { return first_ == values_.size(); }
  [[nodiscard]] std::size_t size() const { return values_.size() - first_; }
  /// 0: the one that is next to be taken.
  [[nodiscard]] T& operator[](std::size_t place) { return values_[first_ + place]; }
  [[nodiscard]] T& front() { return values_[first_]; }

  void push(T value) { values_.push_back(std::move(value)); }
  [[nodiscard]] T take() {
    T value = std::move(values_[first_++]);
    // Each value is moved once more at most, on average.
    if (empty() || (first_ >= few && first_ > values_.size() / 2)) drop_taken();
    return value;
  }

 private:
  static constexpr std::size_t few = 64;

  void drop_taken() {
    values_.erase(values_.begin(), values_.begin() + static_cast<std::ptrdiff_t>(first_));
    first_ = 0;
  }

  std::vector<T> values_;
  std::size_t first_ = 0;
};

}  // namespace imapscope
