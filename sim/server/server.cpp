#include "sim/server/server.h"

#include <algorithm>
#include <utility>

#include "sim/server/dialogue.h"
#include "sim/server/handlers.h"
#include "sim/server/temper/misbehave.h"
#include "sim/server/temper/temper.h"
#include "sim/server/turn/access.h"
#include "sim/server/turn/say.h"
#include "sim/server/watching.h"

namespace imapscope::server {
namespace {

std::vector<std::string> lines_of(std::string_view output) {
  std::vector<std::string> lines;
  while (!output.empty()) {
    const auto end = output.find("\r\n");
    lines.emplace_back(output.substr(0, end));
    output.remove_prefix(end + 2);
  }
  return lines;
}

/// EXPUNGE may come between commands to who idles, and to who wants it at any time (RFC 5465
/// §6.1.1).
Numbers numbers_between_commands(const Session& session) {
  const EventGroup* wanted = session.watch ? find_selected(session.watch->groups) : nullptr;
  const bool at_any_time =
      wanted != nullptr && wanted->filter.kind == MailboxFilter::Kind::selected;
  return session.idles() || at_any_time ? Numbers::may_change : Numbers::keep;
}

/// The first octets of what waits.
Output take_waiting(Session& session, std::size_t octets) {
  const bool is_all = octets >= session.output.size();
  Output output{is_all ? std::exchange(session.output, {}) : session.output.substr(0, octets)};
  if (!is_all) session.output.erase(0, octets);
  std::optional<std::size_t>& at = session.switches_at;
  if (at && *at > octets) {
    *at -= octets;
  } else {
    output.switches_at = std::exchange(at, std::nullopt);
  }
  return output;
}

/// A client must send nothing behind COMPRESS before it is answered (RFC 4978 §3): who did, did not
/// compress it.
void switch_compression(Session& session) {
  session.switches_at = session.output.size();
  const bool sent_more = !session.framer.pending().empty();
  if (session.compresses && sent_more) say_goodbye(session, std::string(not_compressed));
}

}  // namespace

Server::Server(Config config, mail::Accounts accounts)
    : config_(std::move(config)),
      temper_(std::make_shared<const Temper>(temper_of(config_))),
      accounts_(std::move(accounts)),
      random_(config_.seed) {
  for (const auto& [user, account] : accounts_.all()) {
    const bool may = temper_->inbox_children == InboxChildren::allowed;
    accounts_.find(user)->set_inbox_has_children(may);
  }
}

Turn Server::turn_of(Session& session, Instant now) {
  return {config_, *temper_, accounts_, sessions_, session, now, {}, random_};
}

SessionId Server::open(Greeting greeting, std::string user, Instant now) {
  ++last_id_.value;
  Session& session = sessions_[last_id_];
  session.mischief.connection = last_id_.value;
  session.mischief.opened = now;
  session.heard = now;
  session.framer = wire::Framer(wire::Writer::client, limits_of(config_));
  session.rev2 = config_.speaks_rev2_only();
  const auto hello = [&](Condition condition, std::string text) {
    const bool tells = temper_->capabilities != Unasked::never;
    const auto code = tells ? std::optional(capability_code(config_, session)) : std::nullopt;
    say(session, StatusResponse{condition, code, std::move(text)});
  };
  const mail::Account* account = greeting == Greeting::preauth ? accounts_.find(user) : nullptr;
  const Ending refused = account == nullptr ? std::nullopt : refuse_user(*account, config_);
  if (greeting == Greeting::ok) {
    hello(Condition::ok, config_.name + " is ready");
    session.travel(Passage::greeting_ok);
  } else if (refused) {  // RFC 2221 §4.2: BYE may refer, too
    say_goodbye(session, refused->text, account->moved_to().empty() ? std::nullopt : refused->code);
  } else if (account != nullptr) {
    hello(Condition::preauth, config_.name + " is ready, and knows you as " + user);
    session.user = std::move(user);
    session.travel(Passage::greeting_preauth);
    say_alert(config_, session);
  } else {
    say_goodbye(session, config_.name + " accepts no connection now");
  }
  return last_id_;
}

void Server::receive(SessionId id, std::string_view bytes, Instant now) {
  const auto session = sessions_.find(id);
  if (session == sessions_.end() || session->second.state == State::logout) return;
  if (session->second.awaits_handshake()) return;  // it is not TLS that comes
  if (session->second.mischief.silent) return;
  session->second.heard = now;
  Turn turn = turn_of(session->second, now);
  turn.session.framer.feed(bytes);
  serve(turn, id);
  forget_ghosts();
}

/// Until more octets are needed. What is held back holds back what comes after it, too.
void Server::serve(Turn& turn, SessionId id) {
  Mischief& mischief = turn.session.mischief;
  while (!mischief.silent && !mischief.held_until) {
    const std::size_t before = turn.session.output.size();
    const Fault* known = mischief.now;
    const bool compressed = turn.session.compresses;
    const bool served = serve_next(turn);
    if (mischief.now != nullptr) {
      if (mischief.now != known) {
        faults_done_.push_back({id, mischief.now, turn.now, mischief.command});
      }
      misbehave(before, turn);
    }
    if (!served) return;
    if (turn.session.compresses != compressed) switch_compression(turn.session);
    tell_sessions(turn.now, id);
  }
}

std::optional<Instant> Server::next_wake() const {
  std::optional<Instant> next;
  const auto earlier = [&next](Instant t) { next = next ? std::min(*next, t) : t; };
  for (const auto& [id, session] : sessions_) {
    if (session.mischief.held_until) earlier(*session.mischief.held_until);
    if (const auto t = next_fault(config_, session)) earlier(*t);
  }
  return next;
}

void Server::wake(Instant now) {
  for (auto& [id, session] : sessions_) {
    misbehave_at_times(id, session, now);
    std::optional<Instant>& held = session.mischief.held_until;
    if (!held || *held > now) continue;
    held.reset();
    Turn turn = turn_of(session, now);
    serve(turn, id);
  }
  forget_ghosts();
}

/// Until when nothing need come; whether IDLE keeps a session alive is left to the server (RFC 2177
/// §3).
std::optional<Instant> Server::patience_with(const Session& session) const {
  const bool is_kept = session.idles() && temper_->idlers == Idlers::kept;
  if (session.state == State::logout || is_kept) return std::nullopt;
  return session.heard + config_.autologout;
}

std::optional<Instant> Server::next_autologout() const {
  std::optional<Instant> next;
  if (config_.autologout.us == 0) return next;
  for (const auto& [id, session] : sessions_) {
    const auto end = patience_with(session);
    if (end && (!next || *end < *next)) next = end;
  }
  return next;
}

void Server::log_out_silent(Instant now) {
  if (config_.autologout.us == 0) return;
  for (auto& [id, session] : sessions_) {
    const auto end = patience_with(session);
    if (end && *end <= now) say_goodbye(session, "Autologout: nothing came for too long");
  }
  forget_ghosts();
}

void Server::misbehave_at_times(SessionId id, Session& session, Instant now) {
  Turn turn = turn_of(session, now);
  for (const Fault* fault : take_faults_due(config_, session, now)) {
    faults_done_.push_back({id, fault, now, {}});
    misbehave_unasked(*fault, turn);
  }
}

void Server::secure(SessionId id, std::string certified) {
  const auto found = sessions_.find(id);
  if (found == sessions_.end() || !found->second.awaits_handshake()) return;
  Session& session = found->second;
  session.awaits = AwaitsCommand{};
  session.is_protected = true;
  session.certified = std::move(certified);
  session.framer = wire::Framer(wire::Writer::client, limits_of(config_));
}

void Server::disconnected(SessionId id) {
  sessions_.erase(id);
  forget_ghosts();
}

/// Of the changes that others made: sessions that idle or asked for it, or all, as the server is.
void Server::tell_sessions(Instant now, std::optional<SessionId> served) {
  for (auto& [id, session] : sessions_) {
    const bool at_once = temper_->news == News::at_once && session.view;
    if (session.state == State::logout) continue;
    if (!session.idles() && !at_once && !session.watch) continue;
    const std::size_t before = session.output.size();
    Turn turn = turn_of(session, now);
    turn.tell_changes({numbers_between_commands(session)});
    if (session.watch) id == served ? look_again(turn) : tell_watched(turn);
    if (session.mischief.now != nullptr) misbehave(before, turn);
  }
}

/// A ghost goes with the last session that has it open (RFC 2180 §3.2).
void Server::forget_ghosts() {
  for (const auto& known : accounts_.all()) {
    const std::string& user = known.first;
    if (known.second.ghosts().empty()) continue;
    mail::Account& account = *accounts_.find(user);
    const std::set<mail::MailboxId> ghosts = account.ghosts();
    for (const mail::MailboxId ghost : ghosts) {
      const bool is_open = std::any_of(sessions_.begin(), sessions_.end(), [&](const auto& entry) {
        const Session& session = entry.second;
        return session.view && session.owner == user && session.view->mailbox_id() == ghost;
      });
      if (!is_open) account.forget_ghost(ghost);
    }
  }
}

Output Server::take_output(SessionId id) {
  const auto found = sessions_.find(id);
  if (found == sessions_.end()) return {};
  Session& session = found->second;
  const bool over = session.state == State::logout;
  if (session.mischief.silent) return {{}, {}, over};
  if (session.mischief.held_until) {
    return take_waiting(session, std::exchange(session.mischief.held_from, 0));
  }
  Output output = take_waiting(session, session.output.size());
  output.close = over;
  return output;
}

std::vector<SessionId> Server::sessions() const {
  std::vector<SessionId> ids;
  for (const auto& [id, session] : sessions_) ids.push_back(id);
  return ids;
}

Delivered Server::deliver(std::string_view user, const MailboxName& name, std::string_view message,
                          Instant now) {
  mail::Account* account = accounts_.find(user);
  mail::Mailbox* mailbox = account == nullptr ? nullptr : account->find(name);
  if (mailbox == nullptr) return Delivered::no_mailbox;
  if (!account->has_room_for({message.size(), 1})) return Delivered::no_room;
  mailbox->append(mail::make_message(message), {}, wall_time(config_, now));
  tell_sessions(now);
  return Delivered::yes;
}

void Server::end(SessionId id, std::string_view reason) {
  const auto session = sessions_.find(id);
  if (session == sessions_.end() || session->second.state == State::logout) return;
  session->second.mischief.held_until.reset();
  say_goodbye(session->second, std::string(reason));
}

void Server::shut_down(std::string_view reason) {
  for (const auto& [id, session] : sessions_) end(id, reason);
}

const Session* Server::find(SessionId id) const {
  const auto session = sessions_.find(id);
  return session == sessions_.end() ? nullptr : &session->second;
}

bool Server::compresses(SessionId id) const {
  const Session* session = find(id);
  return session != nullptr && session->compresses;
}

std::optional<std::string> Server::user_of(SessionId id) const {
  const Session* session = find(id);
  if (session == nullptr || session->user.empty()) return std::nullopt;
  return session->user;
}

std::optional<MailboxName> Server::selected_by(SessionId id) const {
  const Session* session = find(id);
  if (session == nullptr || !session->view) return std::nullopt;
  const mail::Account& owner = *accounts_.find_owner(session->owner);
  const auto name = owner.name_of(session->view->mailbox_id());
  if (!name) return std::nullopt;
  return name_for(*accounts_.find(session->user), owner, *name);
}

const mail::Mailbox* Server::mailbox_of(SessionId id) const {
  const Session* session = find(id);
  if (session == nullptr || !session->view) return nullptr;
  return accounts_.find_owner(session->owner)->find(session->view->mailbox_id());
}

HeldMessage HeldMessages::operator[](std::size_t place) const {
  const mail::Entry& entry = held_->mailbox.entries()[place];
  return {entry.uid, held_->view.flags_when_told(entry, held_->first_recent), entry.message};
}

HeldMessages Server::messages_of(SessionId id) const {
  const mail::Mailbox* mailbox = mailbox_of(id);
  if (mailbox == nullptr) return {};
  const bool any = has_recent(*find(id));
  return {*mailbox, *find(id)->view, any ? mailbox->first_recent() : none_is_recent};
}

bool Server::has_recent(const Session& session) const {
  return temper_->recent == RecentFlag::kept && !session.rev2;
}

Owed Server::owed_to(SessionId id) const {
  const mail::Mailbox* mailbox = mailbox_of(id);
  if (mailbox == nullptr || !find(id)->view->is_behind(*mailbox)) return {};
  SessionView view = *find(id)->view;
  std::string output;
  const Session& session = *find(id);
  const bool any = has_recent(session);
  view.tell_changes(*mailbox, any ? mailbox->first_recent() : none_is_recent,
                    {.with_uid = session.qresync || session.rev2,
                     .with_mod_seq = session.condstore,
                     .vanished = session.qresync || session.uid_only,
                     .uid_only = session.uid_only,
                     .order = temper_->update_order},
                    output);
  return {lines_of(output)};
}

}  // namespace imapscope::server
