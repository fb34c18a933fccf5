// Quota: how much an account may hold, and how much it does (RFC 9208 §5).
#pragma once

#include <cstdint>
#include <optional>

namespace imapscope::mail {

struct Usage {
  std::uint64_t octets = 0;
  std::uint64_t messages = 0;
};

/// Limits of all the mailboxes of an account together; nothing: there is none.
struct Quota {
  std::optional<std::uint64_t> storage;  ///< in units of 1024 octets
  std::optional<std::uint64_t> messages;

  [[nodiscard]] bool is_limited() const { return storage || messages; }
  [[nodiscard]] bool admits(const Usage& usage) const {
    return (!storage || usage.octets / 1024 + (usage.octets % 1024 != 0) <= *storage) &&
           (!messages || usage.messages <= *messages);
  }
};

}  // namespace imapscope::mail
