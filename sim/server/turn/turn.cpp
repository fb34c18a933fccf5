#include "sim/server/turn/turn.h"

#include <array>
#include <utility>

#include "sim/base/ascii.h"
#include "sim/server/temper/temper.h"
#include "sim/server/turn/say.h"

#include "sim/server/context.h"
#include "sim/server/handlers.h"

namespace imapscope::server {

DateTime wall_time(const Config& config, Instant now) {
  return from_unix_seconds(config.unix_seconds_at_start + now.us / 1000000);
}

mail::Rights Turn::rights() const {
  if (!session.by_rights) return mail::Rights::all();
  // A mailbox that lost its name while it was open keeps what could be done with it.
  if (!open_account().name_of(view().mailbox_id())) return view().rights();
  return access_to(view().mailbox_id(), session.owner, asking()).rights;
}

std::vector<Session*> Turn::others_at(mail::MailboxId id, std::string_view owner) const {
  std::vector<Session*> others;
  for (auto& [number, other] : sessions) {
    const bool is_there = &other != &session && other.view && other.owner == owner;
    if (is_there && other.view->mailbox_id() == id) others.push_back(&other);
  }
  return others;
}

/// A read-only session sees what is recent, and leaves it so for others (RFC 3501 §6.3.2).
Uid Turn::first_recent(mail::Mailbox& open, bool read_only) const {
  if (temper.recent == RecentFlag::none) return none_is_recent;
  const Uid first = read_only ? open.first_recent() : open.claim_recent();
  return session.rev2 ? none_is_recent : first;  // others are told what is recent all the same
}

bool Turn::passes_over_gone(bool any_left) const {
  return any_left && temper.expunged == Expunged::ok;
}

FlagSet Turn::spelled(const FlagSet& flags) const {
  if (temper.keywords == KeywordCase::as_written) return flags;
  FlagSet lower;
  for (const Flag& flag : flags) {
    lower.add(flag.is_system() ? flag : Flag{ascii::to_lower(flag.name)});
  }
  return lower;
}

void Turn::tell_annotations() const {
  for (MetadataData& changed : session.changed_annotations) say(session, std::move(changed));
  session.changed_annotations.clear();
}

// What may be kept depends on the user's rights, which others change (RFC 4314 §5.1.1).
void Turn::tell_rights() const {
  const mail::Rights now = rights();
  if (now == view().rights()) return;
  const auto flag_rights = [](mail::Rights rights) {
    return std::array{rights.has('s'), rights.has('t'), rights.has('w')};
  };
  const bool told = flag_rights(now) != flag_rights(view().rights());
  view().set_rights(now);
  if (!told) return;
  say(session, FlagsData{view().listed_flags(mailbox())});
  say_permanent_flags(mailbox(), view(), session.output);
}

void Turn::tell_changes(Telling telling) {
  if (!session.changed_annotations.empty()) tell_annotations();
  if (!session.view) return;
  const EventGroup* wanted = session.watch ? find_selected(session.watch->groups) : nullptr;
  const WatchedEvent* comes = wanted != nullptr ? wanted->find(Event::message_new) : nullptr;
  if (session.watch) {  // RFC 5465 §3.1: nothing else is told, but for what was done here
    if (comes == nullptr && !telling.own) return;
    telling.flags = wanted != nullptr && wanted->wants(Event::flag_change);
    telling.with_uid = true;  // §5.1
  }
  if (session.by_rights) tell_rights();
  mail::Mailbox& open = mailbox();
  if (!view().is_behind(open)) return;
  tell_removed_results(*this);  // numbers are those before EXPUNGE (RFC 5267 §4.3.4)
  telling.with_mod_seq = session.condstore;
  telling.vanished = session.qresync || session.uid_only;
  telling.uid_only = session.uid_only;
  // RFC 7162 §3.2.4, RFC 9051 §7.5.2
  telling.with_uid = telling.with_uid || session.qresync || session.rev2;
  telling.order = temper.update_order;
  const Uid last = view().largest_uid();
  view().tell_changes(open, first_recent(open, view().read_only()), telling, session.output);
  const Uid first_new{last.value + 1};
  const bool tells_more = comes != nullptr && !comes->items.empty() && !telling.own;
  if (tells_more) tell_messages(comes->items, view().places_from(first_new), *this);
  tell_added_results(first_new, *this);  // and behind EXISTS (§4.3.3)
}

}  // namespace imapscope::server
