// CopyOnWrite<T>: a value that is cheap to copy as long as nobody changes it. Copies share one T;
// the first change through one of them gives that one its own. So a checkpoint of the world costs a
// pointer for each mailbox. Not for sharing between threads.
#pragma once

#include <memory>
#include <utility>

namespace imapscope::mail {

template <class T>
class CopyOnWrite {
 public:
  CopyOnWrite() : value_(std::make_shared<T>()) {}
  explicit CopyOnWrite(T value) : value_(std::make_shared<T>(std::move(value))) {}

  [[nodiscard]] const T& read() const { return *value_; }

  /// Invalidates what `read` gave before, where the value was shared.
  [[nodiscard]] T& write() {
    if (value_.use_count() > 1) value_ = std::make_shared<T>(*value_);
    return *value_;
  }

 private:
  std::shared_ptr<T> value_;
};

}  // namespace imapscope::mail
