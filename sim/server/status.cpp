// The status family: STATUS.
#include <algorithm>

#include "sim/server/handlers.h"
#include "sim/server/turn/say.h"

namespace imapscope::server {
namespace {

std::uint32_t value_of(StatusItem item, const mail::Mailbox& mailbox) {
  switch (item) {
    case StatusItem::messages:
      return static_cast<std::uint32_t>(mailbox.size());
    case StatusItem::recent:
      return mailbox.recent_count();
    case StatusItem::uid_next:
      return mailbox.uid_next().value;
    case StatusItem::uid_validity:
      return mailbox.uid_validity().value;
    case StatusItem::unseen:
      break;
  }
  const auto& entries = mailbox.entries();
  return static_cast<std::uint32_t>(
      std::count_if(entries.begin(), entries.end(),
                    [](const mail::Entry& entry) { return !entry.flags.contains(flags::seen); }));
}

}  // namespace

Ending handle(const Status& command, Turn& turn) {
  const auto id = turn.account().id_of(command.mailbox);
  if (!id) return no(id.error());
  const mail::Mailbox& mailbox = *turn.account().find(*id);
  StatusData data{command.mailbox, {}};
  for (const StatusItem item : command.items) {
    data.values.emplace_back(item, value_of(item, mailbox));
  }
  say(turn.session.output, std::move(data));
  return ok("STATUS completed");
}

}  // namespace imapscope::server
