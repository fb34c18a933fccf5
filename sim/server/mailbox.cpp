// The mailbox family: CREATE, DELETE, RENAME, SUBSCRIBE, UNSUBSCRIBE.
#include "sim/server/handlers.h"

namespace imapscope::server {
namespace {

template <class T>
StatusResponse ending(const mail::OrRefusal<T>& result, std::string_view verb) {
  if (!result) return no(result.error());
  return ok(std::string(verb) + " completed");
}

}  // namespace

Ending handle(const Create& command, Turn& turn) {
  return ending(turn.account().create(command.mailbox), "CREATE");
}

// A mailbox that any session has open stays (RFC 2180 §3.1): nobody loses the ground under his
// numbers, and IMAP4rev1 has no way to tell a session that its mailbox is gone but BYE.
Ending handle(const Delete& command, Turn& turn) {
  const auto id = turn.account().id_of(command.mailbox);
  if (id && !command.mailbox.is_inbox() && turn.is_open(*id)) {
    return no("INUSE", "A session has this mailbox open");
  }
  return ending(turn.account().remove(command.mailbox), "DELETE");
}

// Sessions that have it open go on: they hold its identity, not its name (RFC 2180 §3.4).
Ending handle(const Rename& command, Turn& turn) {
  return ending(turn.account().rename(command.from, command.to), "RENAME");
}

Ending handle(const Subscribe& command, Turn& turn) {
  return ending(turn.account().subscribe(command.mailbox), "SUBSCRIBE");
}

Ending handle(const Unsubscribe& command, Turn& turn) {
  return ending(turn.account().unsubscribe(command.mailbox), "UNSUBSCRIBE");
}

}  // namespace imapscope::server
