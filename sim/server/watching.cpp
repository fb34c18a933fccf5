#include "sim/server/watching.h"

#include <algorithm>
#include <utility>

#include "sim/server/status.h"
#include "sim/server/turn/filtering.h"
#include "sim/server/turn/say.h"
#include "sim/wire/print_text.h"

namespace imapscope::server {
namespace {

using Seen = std::map<MailboxName, Glimpse>;

constexpr std::string_view rights_to_watch = "lr";  // RFC 5465 §5

std::uint32_t count_unseen(const mail::Mailbox& mailbox) {
  return static_cast<std::uint32_t>(
      std::count_if(mailbox.entries().begin(), mailbox.entries().end(),
                    [](const mail::Entry& entry) { return !entry.flags.contains(flags::seen); }));
}

bool is_same(const Glimpse& a, const Glimpse& b) {
  return a.id && a.id == b.id && a.owner == b.owner;
}

bool is_open(const Glimpse& glimpse, const Session& session) {
  return session.view && session.owner == glimpse.owner && session.view->mailbox_id() == glimpse.id;
}

/// `before`: what the last look found under that name, to save counting; null: nothing.
Glimpse glimpse_of(const MailboxName& name, const Glimpse* before, const Asking& asking) {
  const Access access = access_to(name, asking);
  Glimpse now{.owner = access.account->user()};
  now.readable = std::all_of(rights_to_watch.begin(), rights_to_watch.end(),
                             [&](char right) { return access.rights.has(right); });
  const auto id = access.id();
  if (!id) return now;
  const mail::Mailbox& mailbox = *access.account->find(*id);
  now.id = *id;
  now.messages = static_cast<std::uint32_t>(mailbox.size());
  now.uid_next = mailbox.uid_next();
  now.changes = mailbox.highest_mod_seq();
  now.removals = mailbox.last_removal();
  const bool is_still = before != nullptr && is_same(*before, now) &&
                        before->changes == now.changes && before->removals == now.removals;
  now.unseen = is_still ? before->unseen : count_unseen(mailbox);
  return now;
}

Seen look(const Seen& before, const Asking& asking) {
  Seen now;
  for (const auto& [name, listed] : directory_for(asking).names) {
    const auto known = before.find(name);
    now.emplace(name, glimpse_of(name, known == before.end() ? nullptr : &known->second, asking));
  }
  return now;
}

std::optional<MailboxName> parent_of(const MailboxName& name, char delimiter) {
  const auto end = delimiter == 0 ? std::string::npos : name.utf8().rfind(delimiter);
  if (end == std::string::npos) return std::nullopt;
  return MailboxName(std::string_view(name.utf8()).substr(0, end));
}

bool has_children(const MailboxName& name, const mail::Directory& directory) {
  if (directory.delimiter == 0) return false;
  const std::string prefix = name.utf8() + directory.delimiter;
  const auto next = directory.names.lower_bound(MailboxName(prefix));
  return next != directory.names.end() && next->first.utf8().starts_with(prefix);
}

bool is_about_messages(const WatchedEvent& event) {
  return is_message_event(event.event());
}

/// What differs between two looks, told.
class Differences {
 public:
  Differences(const Watch& before, const Seen& now, Turn& turn)
      : watch_(before), before_(before.seen), now_(now), turn_(turn) {}

  void tell() {
    note_names();
    note_subscriptions();
    const mail::Directory directory = directory_for(turn_.asking());
    for (const MailboxName& name : listed_) say_listed(name, directory);
    for (const auto& [name, old] : renamed_) say_listed(name, directory, old);
    note_access();
    for (const auto& [name, now] : now_) tell_status(name, now);
  }

 private:
  [[nodiscard]] bool wants(Event event, const MailboxName& name) const {
    return is_watched(watch_, event, name, turn_.asking());
  }
  [[nodiscard]] char delimiter() const { return turn_.account().delimiter(); }

  /// Under which name the mailbox was that is `name` now; nothing where it is new, or as it was.
  [[nodiscard]] std::optional<MailboxName> old_name_of(const MailboxName& name) const {
    const auto now = now_.find(name);
    if (now == now_.end() || before_.count(name) != 0) return std::nullopt;
    return name_in(before_, now->second);
  }
  static std::optional<MailboxName> name_in(const Seen& seen, const Glimpse& wanted) {
    const auto found = std::find_if(seen.begin(), seen.end(),
                                    [&](const auto& each) { return is_same(each.second, wanted); });
    return found == seen.end() ? std::nullopt : std::optional(found->first);
  }
  /// What lies below a mailbox goes with it, and is not told of (RFC 5465 §5.4).
  [[nodiscard]] bool went_with_parent(const MailboxName& name, const MailboxName& old) const {
    const auto parent = parent_of(name, delimiter());
    const auto old_parent = parent_of(old, delimiter());
    return parent && old_parent && old_name_of(*parent) == old_parent;
  }

  /// It came or went: its parent has other children now.
  void note_with_parent(const MailboxName& name) {
    note(Event::mailbox_name, name);
    if (const auto parent = parent_of(name, delimiter())) note(Event::mailbox_name, *parent);
  }
  void note(Event event, const MailboxName& name) {
    if (wants(event, name)) listed_.insert(name);
  }

  void note_names() {
    for (const auto& [name, now] : now_) note_name(name, now);
    for (const auto& [name, before] : before_) {
      const bool is_gone = now_.count(name) == 0 && !name_in(now_, before);
      if (is_gone) note_with_parent(name);
    }
  }
  void note_name(const MailboxName& name, const Glimpse& now) {
    const auto before = before_.find(name);
    if (before != before_.end()) {
      const bool is_other = !is_same(before->second, now) && (before->second.id || now.id);
      if (is_other && !name.is_inbox()) note(Event::mailbox_name, name);
      return;
    }
    const auto old = old_name_of(name);
    if (!old) return note_with_parent(name);
    const bool is_told = wants(Event::mailbox_name, name) || wants(Event::mailbox_name, *old);
    if (is_told && !went_with_parent(name, *old)) renamed_.emplace_back(name, *old);
  }

  void note_subscriptions() {
    const std::set<MailboxName>& now = turn_.account().subscriptions();
    std::vector<MailboxName> changed;
    std::set_symmetric_difference(watch_.subscriptions.begin(), watch_.subscriptions.end(),
                                  now.begin(), now.end(), std::back_inserter(changed));
    for (const MailboxName& name : changed) {
      // What is watched as subscribed is so no more, and that is the news.
      const bool was = watch_.subscriptions.count(name) != 0;
      const bool by_subscription =
          was && std::any_of(watch_.groups.begin(), watch_.groups.end(), [](const auto& group) {
            return group.filter.kind == MailboxFilter::Kind::subscribed &&
                   group.wants(Event::subscription_change);
          });
      if (by_subscription || wants(Event::subscription_change, name)) listed_.insert(name);
    }
  }

  /// RFC 5465 §5.9: what happens there can be told no more, or again.
  void note_access() {
    for (const auto& [name, now] : now_) {
      const auto before = before_.find(name);
      if (before == before_.end() || before->second.readable == now.readable) continue;
      if (!wants(Event::message_new, name)) continue;
      if (!now.readable) {
        say_no_access(name);
      } else if (listed_.count(name) == 0) {
        say_listed(name, directory_for(turn_.asking()));
      }
    }
  }

 public:
  void say_no_access(const MailboxName& name) const {
    say(turn_.session, ListData{{{"\\NoAccess"}, mail::told_delimiter(delimiter()), name}});
  }

 private:
  void say_listed(const MailboxName& name, const mail::Directory& directory,
                  const std::optional<MailboxName>& old = std::nullopt) const {
    MailboxListing listing = listing_of(name, directory);
    if (old) {
      const bool utf8 = turn_.session.texts() == Texts::utf8;
      const std::string text = utf8 ? old->utf8() : encode_modified_utf7(old->utf8());
      listing.extended = R"(("OLDNAME" ()" + wire::string_text(text) + "))";
    }
    say(turn_.session, ListData{std::move(listing)});
  }
  [[nodiscard]] MailboxListing listing_of(const MailboxName& name,
                                          const mail::Directory& directory) const {
    const mail::ListQuery query{.reference = {},
                                .patterns = {name.utf8()},
                                .extended = true,
                                .tell_subscribed = true,
                                .tell_uses = turn_.config.speaks("SPECIAL-USE")};
    for (mail::Listed& listed : mail::list(directory, query)) {
      if (listed.listing.mailbox == name) return std::move(listed.listing);
    }
    MailboxListing gone{{"\\NonExistent"}, mail::told_delimiter(directory.delimiter), name};
    if (has_children(name, directory)) gone.attributes.emplace_back("\\HasChildren");
    if (directory.subscriptions.count(name) != 0) gone.attributes.emplace_back("\\Subscribed");
    return gone;
  }

  void tell_status(const MailboxName& name, const Glimpse& now) const {
    const auto found = before_.find(name);
    if (found == before_.end() || !now.readable || !now.id || is_open(now, turn_.session)) return;
    const std::vector<StatusItem> items = items_of(name, found->second, now);
    if (items.empty()) return;
    const Access access = access_to(name, turn_.asking());
    say(turn_.session, status_of(name, *access.account->find(*now.id), items, turn_));
  }
  /// RFC 5465 §5.1 to §5.3
  [[nodiscard]] std::vector<StatusItem> items_of(const MailboxName& name, const Glimpse& before,
                                                 const Glimpse& now) const {
    const bool is_other = !is_same(before, now);
    const bool came = now.uid_next != before.uid_next && wants(Event::message_new, name);
    const bool went = now.removals != before.removals && wants(Event::message_expunge, name);
    const bool flags = now.changes != before.changes && wants(Event::flag_change, name);
    const bool by_number = turn_.session.condstore;
    std::vector<StatusItem> items;
    if (came || went || (is_other && flags)) {
      items = {StatusItem::messages, StatusItem::uid_next};
    }
    if (flags && (by_number || is_other)) items.push_back(StatusItem::uid_validity);
    if (flags && before.unseen != now.unseen) items.push_back(StatusItem::unseen);
    if (by_number && (came || went || flags)) items.push_back(StatusItem::highest_mod_seq);
    return items;
  }

  const Watch& watch_;
  const Seen& before_;
  const Seen& now_;
  Turn& turn_;
  std::set<MailboxName> listed_;
  std::vector<std::pair<MailboxName, MailboxName>> renamed_;  ///< its name, and the old one
};

/// Too much to look at (RFC 5465 §5.8).
bool overflows(const Seen& seen, Turn& turn) {
  if (seen.size() <= turn.config.max_watched_mailboxes) return false;
  say_ok(turn.session.output, CodeAtom{"NOTIFICATIONOVERFLOW", {}},
         "There are too many mailboxes to tell of");
  turn.session.watch = Watch{};
  return true;
}

/// RFC 5465 §3.1: what a client has to know to make something of later news.
std::vector<StatusItem> first_items(const Watch& watch, const MailboxName& name, const Turn& turn) {
  const auto wants = [&](Event event) { return is_watched(watch, event, name, turn.asking()); };
  std::vector<StatusItem> items;
  if (wants(Event::message_new)) {
    items = {StatusItem::messages, StatusItem::uid_next, StatusItem::uid_validity};
  }
  const bool counts = turn.config.speaks("CONDSTORE");
  if (wants(Event::flag_change) && counts) items.push_back(StatusItem::highest_mod_seq);
  return items;
}

}  // namespace

bool watches_others(const std::vector<EventGroup>& groups) {
  return std::any_of(groups.begin(), groups.end(), [](const EventGroup& group) {
    return !group.filter.is_selected() && !group.events.empty();
  });
}

bool is_watched(const Watch& watch, Event event, const MailboxName& name, const Asking& asking) {
  return std::any_of(watch.groups.begin(), watch.groups.end(), [&](const EventGroup& group) {
    return group.wants(event) && covers(group.filter, name, asking);
  });
}

bool wants_server_annotations(const Watch& watch) {
  return std::any_of(watch.groups.begin(), watch.groups.end(), [](const EventGroup& group) {
    return group.wants(Event::server_metadata_change);
  });
}

void look_again(Turn& turn) {
  Watch& watch = *turn.session.watch;
  if (!watches_others(watch.groups)) return;
  watch.seen = look(watch.seen, turn.asking());
  watch.subscriptions = turn.account().subscriptions();
}

void tell_watched(Turn& turn) {
  Watch& watch = *turn.session.watch;
  if (!watches_others(watch.groups)) return;
  Seen now = look(watch.seen, turn.asking());
  if (overflows(now, turn)) return;
  Differences(watch, now, turn).tell();
  watch.seen = std::move(now);
  watch.subscriptions = turn.account().subscriptions();
}

void tell_as_they_are(bool status, Turn& turn) {
  const Watch& watch = *turn.session.watch;
  for (const auto& seen : watch.seen) {
    const MailboxName& name = seen.first;
    const auto& glimpse = seen.second;
    const bool any = std::any_of(watch.groups.begin(), watch.groups.end(), [&](const auto& group) {
      return std::any_of(group.events.begin(), group.events.end(), is_about_messages) &&
             covers(group.filter, name, turn.asking());
    });
    if (any && !glimpse.readable) Differences(watch, watch.seen, turn).say_no_access(name);
    if (!any || !status || !glimpse.readable || !glimpse.id) continue;
    if (is_open(glimpse, turn.session)) continue;
    const Access access = access_to(name, turn.asking());
    const std::vector<StatusItem> items = first_items(watch, name, turn);
    say(turn.session, status_of(name, *access.account->find(*glimpse.id), items, turn));
  }
}

}  // namespace imapscope::server
