// The append family: APPEND.
#include "sim/server/handlers.h"

namespace imapscope::server {

Ending handle(const Append& command, Turn& turn) {
  if (auto refused = refuse_flags(command.flags)) return refused;
  const auto id = turn.account().id_of(command.mailbox);
  if (!id) return no_destination(id.error());
  mail::Mailbox& mailbox = *turn.account().find(*id);
  if (auto refused = refuse_over_quota(turn.account(), {command.message.size(), 1})) return refused;
  const DateTime date = command.internal_date.value_or(wall_time(turn.config, turn.now));
  const Uid uid = mailbox.append(mail::make_message(command.message), command.flags, date);
  return ok(CodeAppendUid{mailbox.uid_validity(), UidSet::of({uid})}, "APPEND completed");
}

}  // namespace imapscope::server
