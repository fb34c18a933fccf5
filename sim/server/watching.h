// What a session is told of mailboxes that it has not open (NOTIFY, RFC 5465).
#pragma once

#include <vector>

#include "sim/imap/notify.h"
#include "sim/imap/status.h"
#include "sim/server/turn/turn.h"

namespace imapscope::server {

/// Whether any of them is about mailboxes that are not open.
[[nodiscard]] bool watches_others(const std::vector<EventGroup>& groups);
/// Whether the watch is for such events in a mailbox that is not open, or was not a moment ago.
[[nodiscard]] bool is_watched(const Watch& watch, Event event, const MailboxName& name,
                              const Asking& asking);
[[nodiscard]] bool wants_server_annotations(const Watch& watch);

/// Looks at everything, and tells nothing: what a session did itself is no news to it (§5).
void look_again(Turn& turn);
/// Tells what others changed since the last look.
void tell_watched(Turn& turn);

/// What NOTIFY tells before its OK: mailboxes that are watched and may not be read, and where
/// `status` asks for it, how the others are (§3.1).
void tell_as_they_are(bool status, Turn& turn);

}  // namespace imapscope::server
