// What STATUS tells of a mailbox, and LIST with it (RFC 5819).
#pragma once

#include <vector>

#include "sim/imap/status.h"
#include "sim/server/turn/turn.h"

namespace imapscope::server {

/// `name`: as the user writes it.
[[nodiscard]] StatusData status_of(const MailboxName& name, const mail::Mailbox& mailbox,
                                   const std::vector<StatusItem>& items, Turn& turn);

}  // namespace imapscope::server
