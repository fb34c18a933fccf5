// The append family: putting a message into a mailbox. (SMTP delivers; APPEND only stores.)
#pragma once

#include <optional>
#include <string>

#include "sim/imap/date_time.h"
#include "sim/imap/flag.h"
#include "sim/imap/mailbox_name.h"
#include "sim/imap/parameters.h"

namespace imapscope {

struct Append {  ///< RFC 3501 §6.3.11
  MailboxName mailbox;
  FlagSet flags;
  std::optional<DateTime> internal_date;
  std::string message;  ///< RFC 2822 octets, exactly as in the literal
  /// Before the message, or in its place: `CATENATE (…)`, `UTF8 (~{9}…)`; then `message` is empty.
  Parameters extensions{};
  friend bool operator==(const Append&, const Append&) = default;
};

}  // namespace imapscope
