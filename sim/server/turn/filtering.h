// Which mailboxes a filter means to a user, at this moment (RFC 5465 §6, RFC 7377 §2.2).
#pragma once

#include <vector>

#include "sim/imap/mailbox_filter.h"
#include "sim/server/turn/access.h"

namespace imapscope::server {

/// Names that stand for no mailbox may be among them. The open mailbox is not looked up by its
/// name: there is none in a filter for it.
[[nodiscard]] std::vector<MailboxName> names_in(const MailboxFilter& filter, const Asking& asking);

/// Whether the name is one of the filter's, or was before its mailbox went.
[[nodiscard]] bool covers(const MailboxFilter& filter, const MailboxName& name,
                          const Asking& asking);

}  // namespace imapscope::server
