// filter-mailboxes on the wire: what ESEARCH and NOTIFY share (RFC 5465 §8, RFC 7377 §4).
#pragma once

#include "sim/imap/mailbox_filter.h"
#include "sim/wire/cursor.h"
#include "sim/wire/printer.h"

namespace imapscope::wire {

MailboxFilter parse_mailbox_filter(Cursor& in);
void print_mailbox_filter(Printer& out, const MailboxFilter& filter);

}  // namespace imapscope::wire
