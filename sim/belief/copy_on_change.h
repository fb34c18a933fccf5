// Sharing state between the present and the checkpoints of a timeline: a shared value is copied
// when it is about to change, so a checkpoint costs a few pointers.
#pragma once

#include <memory>

namespace imapscope::observer {

/// The value for changing: `shared` itself where nobody else holds it, else a copy of its own.
template <class T>
T& change(std::shared_ptr<T>& shared) {
  if (shared.use_count() != 1) shared = std::make_shared<T>(*shared);
  return *shared;
}

}  // namespace imapscope::observer
