// The mailbox family: CREATE, DELETE, RENAME, SUBSCRIBE, UNSUBSCRIBE.
#include "sim/server/handlers.h"
#include "sim/server/metadata.h"
#include "sim/server/special_use.h"

namespace imapscope::server {
namespace {

template <class T>
StatusResponse ending(const mail::OrRefusal<T>& result, std::string_view verb) {
  if (!result) return no(result.error());
  return ok(std::string(verb) + " completed");
}

/// What stands between the parentheses of `USE (\Sent)`; nothing where there are none.
std::optional<std::string_view> inside(std::string_view value) {
  if (value.size() < 2 || value.front() != '(' || value.back() != ')') return std::nullopt;
  return value.substr(1, value.size() - 2);
}

/// A mailbox that is made for something, or not at all (RFC 6154 §3).
StatusResponse create_for_use(const Access& access, const Parameter& use, Turn& turn) {
  const auto written = inside(use.value);
  if (!written) return bad("USE takes a list of attributes");
  auto uses = parse_uses(*written);
  const bool is_own = access.account == &turn.account();
  if (!uses || !is_own) return no("USEATTR", "That use is not supported here");
  const auto created = access.account->create(access.name);
  if (!created) return no(created.error());
  const MailboxName name = *access.account->name_of(*created);  // without a trailing delimiter
  for (const MailboxName& loser : designate(*access.account, name, std::move(*uses))) {
    note_changed(access.account, loser, {"/private/specialuse"}, true, turn);
  }
  return ok("CREATE completed");
}

}  // namespace

Ending handle(const Create& command, Turn& turn) {
  const Access access = access_to(command.mailbox, turn.asking());
  if (auto refused = refuse_new_name(access, turn.asking())) return refused;
  const Parameter* use = find_parameter(command.parameters, "USE");
  if (use != nullptr) return create_for_use(access, *use, turn);
  return ending(access.account->create(access.name), "CREATE");
}

// A mailbox that any session has open stays (RFC 2180 §3.1): nobody loses the ground under his
// numbers, and IMAP4rev1 has no way to tell a session that its mailbox is gone but BYE.
Ending handle(const Delete& command, Turn& turn) {
  const Access access = access_to(command.mailbox, turn.asking());
  if (auto refused = access.refuse_without('x')) return refused;
  const auto id = access.id();
  if (id && !access.name.is_inbox() && turn.is_open(*id, access.account->user())) {
    return no("INUSE", "A session has this mailbox open");
  }
  return ending(access.account->remove(access.name), "DELETE");
}

// Sessions that have it open go on: they hold its identity, not its name (RFC 2180 §3.4).
Ending handle(const Rename& command, Turn& turn) {
  const Access from = access_to(command.from, turn.asking());
  const Access to = access_to(command.to, turn.asking());
  if (auto refused = from.refuse_without('x')) return refused;
  if (auto refused = refuse_new_name(to, turn.asking())) return refused;
  if (from.account != to.account) {
    return no("CANNOT", "A mailbox stays with its owner");
  }
  return ending(from.account->rename(from.name, to.name), "RENAME");
}

Ending handle(const Subscribe& command, Turn& turn) {
  const Access access = access_to(command.mailbox, turn.asking());
  if (access.account == &turn.account()) {
    return ending(access.account->subscribe(access.name), "SUBSCRIBE");
  }
  if (auto refused = access.refuse_without('l')) return refused;
  turn.account().subscribe_elsewhere(command.mailbox);
  return ok("SUBSCRIBE completed");
}

// RFC 4314 §4: no right is needed to take a name off one's own list.
Ending handle(const Unsubscribe& command, Turn& turn) {
  return ending(turn.account().unsubscribe(command.mailbox), "UNSUBSCRIBE");
}

}  // namespace imapscope::server
