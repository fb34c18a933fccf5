// The status family: STATUS.
#include "sim/server/status.h"

#include <algorithm>

#include "sim/base/ascii.h"
#include "sim/server/condstore.h"
#include "sim/server/handlers.h"
#include "sim/server/object_id.h"
#include "sim/server/temper/temper.h"
#include "sim/server/turn/say.h"

namespace imapscope::server {
namespace {

template <class Picks>
mail::Usage usage_of(const mail::Mailbox& mailbox, Picks picks) {
  mail::Usage usage;
  for (const mail::Entry& entry : mailbox.entries()) {
    if (!picks(entry)) continue;
    usage.octets += entry.message->size();
    ++usage.messages;
  }
  return usage;
}

bool is_any(const mail::Entry&) {
  return true;
}
bool is_deleted(const mail::Entry& entry) {
  return entry.flags.contains(flags::deleted);
}

std::uint64_t value_of(StatusItem item, const mail::Mailbox& mailbox, const Config& config) {
  switch (item) {
    case StatusItem::messages:
      return mailbox.size();
    case StatusItem::recent:
      return mailbox.recent_count();
    case StatusItem::uid_next:
      return mailbox.uid_next().value;
    case StatusItem::uid_validity:
      return mailbox.uid_validity().value;
    case StatusItem::unseen:
      return usage_of(mailbox,
                      [](const mail::Entry& entry) { return !entry.flags.contains(flags::seen); })
          .messages;
    case StatusItem::size:
      return usage_of(mailbox, is_any).octets;
    case StatusItem::deleted:
      return usage_of(mailbox, is_deleted).messages;
    case StatusItem::highest_mod_seq:
      return mailbox.highest_mod_seq();
    case StatusItem::append_limit:
      return config.max_literal_octets;
    case StatusItem::deleted_storage:
      return (usage_of(mailbox, is_deleted).octets + 1023) / 1024;
  }
  return 0;
}

}  // namespace

StatusData status_of(const MailboxName& name, const mail::Mailbox& mailbox,
                     const std::vector<StatusItem>& items, const Turn& turn) {
  StatusData data{name, {}};
  for (const StatusItem item : items) {
    const bool has_none = item == StatusItem::recent && turn.temper.recent == RecentFlag::none;
    data.values.emplace_back(item, has_none ? 0 : value_of(item, mailbox, turn.config));
  }
  return data;
}

void note_asked(const std::vector<StatusItem>& items, Turn& turn) {
  const auto is_asked = std::find(items.begin(), items.end(), StatusItem::highest_mod_seq);
  if (is_asked != items.end()) turn_on_condstore(turn);
}

Ending handle(const Status& command, Turn& turn) {
  const Access access = access_to(command.mailbox, turn.asking());
  if (auto refused = access.refuse_without('r')) return refused;
  const auto id = access.id();
  if (!id) return no(id.error());
  if (auto refused = refuse_out_of_reach(access, turn.config)) return refused;
  note_asked(command.items, turn);
  StatusData data = status_of(command.mailbox, *access.account->find(*id), command.items, turn);
  // Of others only this one is served: dispatch refuses the rest.
  for (const std::string& item : command.others) {
    if (ascii::equal_ignoring_case(item, "MAILBOXID")) {
      data.others.emplace_back("MAILBOXID", mailbox_id_text(*id));
    }
  }
  say(turn.session, std::move(data));
  return ok("STATUS completed");
}

}  // namespace imapscope::server
