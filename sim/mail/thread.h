// Conversations: how THREAD puts messages together (RFC 5256 §3).
#pragma once

#include <string>
#include <vector>

#include "sim/imap/sort.h"
#include "sim/mail/sort.h"

namespace imapscope::mail {

/// The places of `messages`, from 1, as threads.
[[nodiscard]] std::vector<ThreadMembers> threads_of(const std::vector<Sortable>& messages,
                                                    ThreadAlgorithm algorithm);

/// What a message is an answer to, the eldest first, and itself (RFC 5256 §3, REFERENCES). Message
/// IDs are in one form, whatever quotes they are written with.
struct Ancestry {
  std::string id;  ///< empty: it has none
  std::vector<std::string> references;
};
[[nodiscard]] Ancestry ancestry_of(const Message& message);

}  // namespace imapscope::mail
