// What STATUS tells of a mailbox, and LIST with it (RFC 5819).
#pragma once

#include <vector>

#include "sim/imap/status.h"
#include "sim/server/turn/turn.h"

namespace imapscope::server {

/// `name`: as the user writes it.
[[nodiscard]] StatusData status_of(const MailboxName& name, const mail::Mailbox& mailbox,
                                   const std::vector<StatusItem>& items, const Turn& turn);
/// Who asks for HIGHESTMODSEQ speaks CONDSTORE (RFC 7162 §3.1).
void note_asked(const std::vector<StatusItem>& items, Turn& turn);

}  // namespace imapscope::server
