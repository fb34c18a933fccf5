// Meanwhile: what the client learns between sending a command and its completion. The server
// executes the command somewhere in between; which message `*` or a number meant is decided there,
// and where the numbers stood still until the completion, the client knows it too.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "sim/belief/belief.h"

namespace imapscope::observer {

struct MailboxChange {
  enum class Kind {
    opened,     ///< what follows speaks of another mailbox
    forgotten,  ///< nothing is known of any number
    exists,     ///< there are `number` messages
    expunged,   ///< `number` is gone
    told,       ///< the flags of `number` were told
  };
  Kind kind = Kind::exists;
  SeqNum number{0};
  LineId oldest{};  ///< of `told`: the oldest command that was in progress then
};

/// Kept only as long as a command is in progress that needs it.
class MailboxChanges {
 public:
  void add(const MailboxChange& change) { changes_.push_back(change); }
  /// Nobody will ask for what has happened until now.
  void drop() {
    dropped_ += changes_.size();
    changes_.clear();
  }
  /// A place in time: what is added later happened after it.
  [[nodiscard]] std::size_t now() const { return dropped_ + changes_.size(); }

  /// Calls `f` with all that was added after the place `then`.
  template <class F>
  void each_since(std::size_t then, F f) const {
    for (std::size_t i = then < dropped_ ? 0 : then - dropped_; i < changes_.size(); ++i) {
      f(changes_[i]);
    }
  }

 private:
  std::vector<MailboxChange> changes_;
  std::size_t dropped_ = 0;
};

/// Which message may have been the last one when a command was executed: some message from `lowest`
/// to `highest`. Where the last one is gone by now, its place was the one behind today's last.
struct LastMessage {
  SeqNum lowest{0};
  SeqNum highest{UINT32_MAX};
};

/// By today's numbers.
struct Meanwhile {
  LastMessage last;
  SeqNum moved{UINT32_MAX};  ///< numbers from this one on named other messages before
  std::vector<SeqNum> told;  ///< ascending: flags told when the command was the server's next
};

/// `last`: when `command` was sent, at the place `then`.
[[nodiscard]] Meanwhile meanwhile(const MailboxChanges& changes, std::size_t then, LastMessage last,
                                  LineId command);

}  // namespace imapscope::observer
