// The mailbox family: CREATE, DELETE, RENAME, SUBSCRIBE, UNSUBSCRIBE.
#include <optional>
#include <vector>

#include "sim/server/handlers.h"
#include "sim/server/metadata.h"
#include "sim/server/object_id.h"
#include "sim/server/special_use.h"
#include "sim/server/temper/temper.h"
#include "sim/server/turn/say.h"

namespace imapscope::server {
namespace {

template <class T>
StatusResponse ending(const mail::OrRefusal<T>& result, std::string_view verb) {
  if (!result) return no(result.error());
  return ok(std::string(verb) + " completed");
}

/// What came of a new name: one that no mailbox can have is BAD to some servers.
template <class T>
StatusResponse named(const mail::OrRefusal<T>& result, std::string_view verb, const Turn& turn) {
  const bool is_bad = turn.temper.unlawful_names == UnlawfulNames::bad;
  if (is_bad && !result && result.error() == mail::Refusal::malformed_name) {
    return bad(std::string(verb) + ": that can be no mailbox's name");
  }
  return ending(result, verb);
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
  if (!created) return named(created, "CREATE", turn);
  const MailboxName name = *access.account->name_of(*created);  // without a trailing delimiter
  for (const MailboxName& loser : designate(*access.account, name, std::move(*uses))) {
    note_changed(access.account, loser, {"/private/specialuse"}, true, turn);
  }
  return ok("CREATE completed");
}

StatusResponse in_use() {
  return no("INUSE", "Another session has this mailbox open");
}

/// Other sessions that have the mailbox open, or one below it, which RENAME moves along.
std::vector<Session*> others_below(const Access& access, const Turn& turn) {
  std::vector<Session*> others;
  for (const mail::MailboxId id : access.account->moved_by_rename(access.name)) {
    for (Session* other : turn.others_at(id, access.account->user())) others.push_back(other);
  }
  return others;
}

/// RFC 2180 §3.3.
void send_away(const std::vector<Session*>& sessions, const std::string& text) {
  for (Session* session : sessions) say_goodbye(*session, text);
}

bool is_own(const Session& session, mail::MailboxId id, std::string_view owner) {
  return session.view && session.owner == owner && session.view->mailbox_id() == id;
}

/// The session goes on without a mailbox, and is told so (RFC 9051 §7.1).
void close_own(Session& session) {
  say_ok(session.output, CodeAtom{"CLOSED", {}}, "The open mailbox is deleted");
  session.view.reset();
  session.travel(Passage::deselect);
}

}  // namespace

Ending handle(const Create& command, Turn& turn) {
  const Access access = access_to(command.mailbox, turn.asking());
  if (auto refused = refuse_new_name(access, turn.asking())) return refused;
  const Parameter* use = find_parameter(command.parameters, "USE");
  if (use != nullptr) return create_for_use(access, *use, turn);
  const auto id = access.account->create(access.name);
  if (!id || !turn.config.speaks("OBJECTID")) return named(id, "CREATE", turn);
  return ok(CodeAtom{"MAILBOXID", mailbox_id_text(*id)}, "CREATE completed");
}

// Whoever has the mailbox open may delete it. What others see who have it open, the standard leaves
// to the server (RFC 2180 §3.1 to §3.3).
Ending handle(const Delete& command, Turn& turn) {
  const Access access = access_to(command.mailbox, turn.asking());
  if (auto refused = access.refuse_without('x')) return refused;
  if (auto refused = refuse_out_of_reach(access, turn.config)) return refused;
  const auto id = access.id();
  if (!id || access.name.is_inbox()) return ending(access.account->remove(access.name), "DELETE");
  const std::string& owner = access.account->user();
  const std::vector<Session*> others = turn.others_at(*id, owner);
  const OpenDelete choice = turn.temper.open_delete;
  if (!others.empty() && choice == OpenDelete::refused) return in_use();
  if (is_own(turn.session, *id, owner)) close_own(turn.session);
  if (!others.empty() && choice == OpenDelete::ghost) {
    return ending(access.account->remove_name(access.name), "DELETE");
  }
  send_away(others, "The mailbox that is open here was deleted");
  return ending(access.account->remove(access.name), "DELETE");
}

// Where sessions that have it open go on, they hold its identity, not its name (RFC 2180 §3.4).
Ending handle(const Rename& command, Turn& turn) {
  const Access from = access_to(command.from, turn.asking());
  const Access to = access_to(command.to, turn.asking());
  if (auto refused = from.refuse_without('x')) return refused;
  if (auto refused = refuse_out_of_reach(from, turn.config)) return refused;
  if (auto refused = refuse_new_name(to, turn.asking())) return refused;
  if (from.account != to.account) {
    return no("CANNOT", "A mailbox stays with its owner");
  }
  const std::vector<Session*> others = others_below(from, turn);
  const OpenRename choice = turn.temper.open_rename;
  if (!others.empty() && choice == OpenRename::refused) return in_use();
  const auto renamed = from.account->rename(from.name, to.name);
  if (renamed && choice == OpenRename::bye) {
    send_away(others, "The mailbox that is open here was renamed");
  }
  return named(renamed, "RENAME", turn);
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
