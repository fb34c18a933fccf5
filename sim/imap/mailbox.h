// The mailbox family: making, removing, renaming and subscribing to mailboxes.
#pragma once

#include "sim/imap/mailbox_name.h"
#include "sim/imap/parameters.h"

namespace imapscope {

struct Create {  ///< RFC 3501 §6.3.3
  MailboxName mailbox;
  Parameters parameters{};  ///< `(USE (\Sent))` (RFC 6154 §3)
  friend bool operator==(const Create&, const Create&) = default;
};
struct Delete {  ///< RFC 3501 §6.3.4
  MailboxName mailbox;
  friend bool operator==(const Delete&, const Delete&) = default;
};
struct Rename {  ///< RFC 3501 §6.3.5; INBOX is emptied, not renamed
  MailboxName from;
  MailboxName to;
  friend bool operator==(const Rename&, const Rename&) = default;
};
struct Subscribe {  ///< RFC 3501 §6.3.6
  MailboxName mailbox;
  friend bool operator==(const Subscribe&, const Subscribe&) = default;
};
struct Unsubscribe {  ///< RFC 3501 §6.3.7
  MailboxName mailbox;
  friend bool operator==(const Unsubscribe&, const Unsubscribe&) = default;
};

}  // namespace imapscope
