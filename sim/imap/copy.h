// The copy family: COPY and MOVE.
#pragma once

#include "sim/imap/mailbox_name.h"
#include "sim/imap/numbers.h"

namespace imapscope {

struct Copy {  ///< RFC 3501 §6.4.7
  MessageSet messages;
  MailboxName mailbox;
  friend bool operator==(const Copy&, const Copy&) = default;
};
struct Move {  ///< RFC 6851 §3.1
  MessageSet messages;
  MailboxName mailbox;
  friend bool operator==(const Move&, const Move&) = default;
};

}  // namespace imapscope
