// The append family: APPEND.
#include "sim/server/handlers.h"

namespace imapscope::server {

Ending handle(const Append& command, Turn& turn) {
  if (auto refused = refuse_flags(command.flags)) return refused;
  const Access access = access_to(command.mailbox, turn.asking());
  if (auto refused = refuse_destination(access, turn.asking())) return refused;
  mail::Account& account = *access.account;
  mail::Mailbox& mailbox = *account.find(*access.id());
  if (auto refused = refuse_over_quota(account, {command.message.size(), 1})) return refused;
  const DateTime now = wall_time(turn.config, turn.now);
  const DateTime date = command.internal_date.value_or(now);
  const FlagSet flags = allowed_flags(turn.spelled(command.flags), access.rights);
  const Uid uid = mailbox.append(mail::make_message(command.message), flags, date, now);
  if (!turn.config.speaks("UIDPLUS")) return ok("APPEND completed");
  return ok(CodeAppendUid{mailbox.uid_validity(), UidSet::of({uid})}, "APPEND completed");
}

}  // namespace imapscope::server
