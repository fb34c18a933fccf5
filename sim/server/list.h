// What the LIST family says to others.
#pragma once

#include "sim/server/turn/turn.h"

namespace imapscope::server {

/// `* LIST` of the mailbox that is opened by this name (RFC 9051 §6.3.2).
void say_opened(const MailboxName& name, Turn& turn);

}  // namespace imapscope::server
