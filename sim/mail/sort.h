// The order of SORT (RFC 5256 §3, 5957), and what it shares with THREAD.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "sim/imap/date_time.h"
#include "sim/imap/sort.h"
#include "sim/mail/message.h"

namespace imapscope::mail {

/// A message that was found, as both look at it.
struct Sortable {
  const Message& message;
  const DateTime& internal_date;
  int relevancy = 0;  ///< RFC 6203 §4: from 1 to 100 where something was looked for by likeness
};

/// In seconds since 1970: the Date: field by its zone; the internal date where there is none
/// (RFC 5256 §2.2).
[[nodiscard]] std::int64_t sent_time(const Message& message, const DateTime& internal_date);

/// The value of the first Subject: field, unfolded; empty where there is none.
[[nodiscard]] std::string subject_of(const Message& message);

/// The places of `messages` (which are in mailbox order) in the order asked for. What is equal by
/// all criteria keeps the order of the mailbox.
[[nodiscard]] std::vector<std::size_t> sorted(const std::vector<Sortable>& messages,
                                              const std::vector<SortCriterion>& order);

}  // namespace imapscope::mail
