// Values that are cheap to copy as long as nobody changes them: copies share one, and the first
// change through one of them gives that one its own. So a checkpoint of the world, or of a
// timeline, costs a pointer for each part. Not for sharing between threads.
#pragma once

#include <memory>
#include <utility>

#include "sim/base/requires.h"

namespace imapscope {

/// The value for changing: `shared` itself where nobody else holds it, else a copy of its own.
/// There is one.
template <class T>
[[nodiscard]] T& change(std::shared_ptr<T>& shared) {
  REQUIRES(shared != nullptr);
  if (shared.use_count() != 1) shared = std::make_shared<T>(*shared);
  return *shared;
}

/// The same as a value of its own, which is always there.
template <class T>
class CopyOnWrite {
 public:
  CopyOnWrite() : value_(std::make_shared<T>()) {}
  explicit CopyOnWrite(T value) : value_(std::make_shared<T>(std::move(value))) {}

  [[nodiscard]] const T& read() const { return *value_; }

  /// Invalidates what `read` gave before, where the value was shared.
  [[nodiscard]] T& write() { return change(value_); }

 private:
  std::shared_ptr<T> value_;
};

}  // namespace imapscope
