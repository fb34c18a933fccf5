#include "sim/lesson/stretch.h"

#include <algorithm>

#include "sim/base/ascii.h"
#include "sim/wire/line_text.h"

namespace imapscope::lesson {
namespace {

using observer::Line;
using observer::LineKind;

const mail::Mailbox* mailbox_in(const world::World& world, const std::string& user,
                                const MailboxName& name) {
  const mail::Account* account = world.accounts().find(user);
  return account == nullptr ? nullptr : account->find(name);
}

const mail::Entry* message_in(const mail::Mailbox* mailbox, Uid uid) {
  return mailbox == nullptr ? nullptr : mailbox->find(uid);
}

bool same_letter(char a, char b) {
  return ascii::lower(a) == ascii::lower(b);
}

/// `*` stands for any number of octets; all else for itself, in any case.
bool matches(std::string_view pattern, std::string_view text) {
  std::size_t p = 0;
  std::size_t t = 0;
  std::size_t star = std::string_view::npos;  // the last one passed; it stands for …
  std::size_t resumed = 0;                    // … what lies before this place of the text
  while (t < text.size()) {
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      resumed = t;
    } else if (p < pattern.size() && same_letter(pattern[p], text[t])) {
      ++p;
      ++t;
    } else if (star != std::string_view::npos) {
      p = star + 1;
      t = ++resumed;
    } else {
      return false;
    }
  }
  return pattern.find_first_not_of('*', p) == std::string_view::npos;
}

/// A command without its tag; any other line as it is.
std::string text_without_tag(const Line& line) {
  std::string text = wire::line_text(line.bytes).head;
  const std::string tag = line.tag + " ";
  if (line.kind == LineKind::command && text.starts_with(tag)) text.erase(0, tag.size());
  return text;
}

bool was_refused(const Line& line) {
  if (line.kind == LineKind::tagged && line.condition == Condition::no) return true;
  return line.direction == trace::Direction::to_client && line.condition == Condition::bad;
}

/// Whether one of the messages could have the UID: it is there, or one whose UID the client does
/// not know stands between smaller ones and larger ones.
bool may_hold(const observer::MessageList& messages, Uid uid) {
  bool unknown = false;  // since the last one that was known
  for (const observer::MessageBelief& each : messages) {
    if (!each.uid) {
      unknown = true;
    } else if (*each.uid >= uid) {
      return unknown || *each.uid == uid;
    } else {
      unknown = false;
    }
  }
  return unknown;
}

const observer::MessageBelief* known_message(const observer::MailboxBelief* mailbox, Uid uid) {
  if (mailbox == nullptr) return nullptr;
  for (const observer::MessageBelief& each : mailbox->messages) {
    if (each.uid == uid) return &each;
  }
  return nullptr;
}

}  // namespace

Stretch::Stretch(const world::World& from, const world::World& to, std::vector<std::string> clients)
    : from_(from),
      to_(to),
      clients_(std::move(clients)),
      timeline_(to.trace()),
      beliefs_(timeline_.beliefs_after(timeline_.moments_until(to.now()))) {}

bool Stretch::holds(const Wish& wish) const {
  return std::visit([this](const auto& each) { return holds_for(each); }, wish);
}

std::size_t Stretch::commands() const {
  return static_cast<std::size_t>(
      std::count_if(timeline_.lines().begin(), timeline_.lines().end(), [&](const Line& line) {
        return line.kind == LineKind::command && is_of_the_task(line) && is_new(line);
      }));
}

// ---- what the server holds ----

bool Stretch::holds_for(const HoldsMessage& wish) const {
  const mail::Entry* now = message_in(mailbox_in(to_, wish.user, wish.mailbox), wish.uid);
  if (wish.is == HoldsMessage::Is::gone) return now == nullptr;
  if (now == nullptr || wish.is == HoldsMessage::Is::present) return now != nullptr;
  const mail::Entry* then = message_in(mailbox_in(from_, wish.user, wish.mailbox), wish.uid);
  return then != nullptr && then->message == now->message && then->flags == now->flags;
}

bool Stretch::holds_for(const HoldsFlags& wish) const {
  const mail::Entry* entry = message_in(mailbox_in(to_, wish.user, wish.mailbox), wish.uid);
  return entry != nullptr && wish.test.holds_for(entry->flags);
}

bool Stretch::holds_for(const HoldsMailbox& wish) const {
  return (mailbox_in(to_, wish.user, wish.name) != nullptr) == wish.exists;
}

bool Stretch::holds_for(const HoldsSubscription& wish) const {
  const mail::Account* account = to_.accounts().find(wish.user);
  return account != nullptr && account->subscriptions().contains(wish.name) == wish.subscribed;
}

// ---- what a client knows ----

bool Stretch::holds_for(const KnowsMessage& wish) const {
  const observer::MailboxBelief* open = mailbox(wish.client);
  if (open == nullptr || !open->exists_known) return false;
  return wish.gone ? !may_hold(open->messages, wish.uid) : known_message(open, wish.uid) != nullptr;
}

bool Stretch::holds_for(const KnowsFlags& wish) const {
  const observer::MessageBelief* message = known_message(mailbox(wish.client), wish.uid);
  return message != nullptr && message->flags && wish.test.holds_for(*message->flags);
}

bool Stretch::holds_for(const KnowsCount& wish) const {
  const observer::MailboxBelief* open = mailbox(wish.client);
  return open != nullptr && open->exists_known && open->exists == wish.messages;
}

bool Stretch::holds_for(const InState& wish) const {
  const observer::SessionBelief* belief = session(wish.client);
  if (belief == nullptr || belief->state != wish.state) return false;
  const observer::MailboxBelief* open = mailbox(wish.client);
  return !wish.mailbox || (open != nullptr && open->name == *wish.mailbox);
}

// ---- what has crossed the wire ----

bool Stretch::holds_for(const Crossed& wish) const {
  const auto direction = wish.sent ? trace::Direction::to_server : trace::Direction::to_client;
  const bool found =
      std::any_of(timeline_.lines().begin(), timeline_.lines().end(), [&](const Line& line) {
        return line.direction == direction && !line.bytes.empty() && is_of(line, wish.client) &&
               is_new(line) && matches(wish.pattern, text_without_tag(line));
      });
  return found != wish.absent;
}

bool Stretch::holds_for(const FewCommands& wish) const {
  return commands() <= wish.most;
}

bool Stretch::holds_for(const NoRefusal& /*wish*/) const {
  return std::none_of(timeline_.lines().begin(), timeline_.lines().end(), [&](const Line& line) {
    return is_of_the_task(line) && is_new(line) && was_refused(line);
  });
}

bool Stretch::holds_for(const NoBrokenRule& /*wish*/) const {
  return std::none_of(timeline_.lines().begin(), timeline_.lines().end(), [&](const Line& line) {
    return is_of_the_task(line) && is_new(line) && line.breaks_rule();
  });
}

// ---- lines and sessions ----

const observer::SessionBelief* Stretch::session(const std::string& client) const {
  const auto connection = to_.connection_of(client);
  const auto found = connection ? beliefs_->find(*connection) : beliefs_->end();
  return found == beliefs_->end() ? nullptr : &found->second;
}

const observer::MailboxBelief* Stretch::mailbox(const std::string& client) const {
  const observer::SessionBelief* belief = session(client);
  const bool is_open = belief != nullptr && belief->mailbox && !belief->mailbox->opening;
  return is_open ? belief->mailbox.get() : nullptr;
}

bool Stretch::is_of(const Line& line, const std::string& client) const {
  return to_.connection_of(client) == line.connection;
}

bool Stretch::is_of_the_task(const Line& line) const {
  return std::any_of(clients_.begin(), clients_.end(),
                     [&](const std::string& client) { return is_of(line, client); });
}

/// A command is new from its sending on, a response when it has landed.
bool Stretch::is_new(const Line& line) const {
  if (line.sent <= from_.now()) return false;
  const bool is_command = line.direction == trace::Direction::to_server;
  return is_command || (line.landed && *line.landed <= to_.now());
}

}  // namespace imapscope::lesson
