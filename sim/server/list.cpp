// The list family: LIST, LSUB, NAMESPACE.
#include "sim/server/handlers.h"
#include "sim/server/turn/say.h"

namespace imapscope::server {

Ending handle(const List& command, Turn& turn) {
  for (MailboxListing& listing : turn.account().list(command.reference, command.pattern)) {
    say(turn.session.output, ListData{std::move(listing)});
  }
  return ok("LIST completed");
}

Ending handle(const Lsub& command, Turn& turn) {
  for (MailboxListing& listing : turn.account().lsub(command.reference, command.pattern)) {
    say(turn.session.output, LsubData{std::move(listing)});
  }
  return ok("LSUB completed");
}

// Every account has its own mailboxes, at the root, and sees nobody else's.
Ending handle(const Namespace&, Turn& turn) {
  say(turn.session.output, NamespaceData{{{"", turn.account().delimiter()}}, {}, {}});
  return ok("NAMESPACE completed");
}

}  // namespace imapscope::server
