#include "sim/server/server.h"

#include <utility>

#include "sim/server/dialogue.h"
#include "sim/server/turn/access.h"
#include "sim/server/turn/say.h"

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

void say_goodbye(Session& session, std::string text) {
  say(session.output, StatusResponse{Condition::bye, std::nullopt, std::move(text)});
  session.view.reset();
  session.travel(session.state == State::greeting ? Passage::greeting_bye : Passage::leave);
}

void say_hello(Session& session, Condition condition, std::string text) {
  say(session.output, StatusResponse{condition, std::nullopt, std::move(text)});
}

}  // namespace

Server::Server(Config config, mail::Accounts accounts)
    : config_(std::move(config)), accounts_(std::move(accounts)) {}

SessionId Server::open(Greeting greeting, std::string user) {
  ++last_id_.value;
  Session& session = sessions_[last_id_];
  session.framer = wire::Framer(wire::Writer::client, limits_of(config_));
  if (greeting == Greeting::ok) {
    say_hello(session, Condition::ok, config_.name + " is ready");
    session.travel(Passage::greeting_ok);
  } else if (greeting == Greeting::preauth && accounts_.find(user) != nullptr) {
    say_hello(session, Condition::preauth, config_.name + " is ready, and knows you as " + user);
    session.user = std::move(user);
    session.travel(Passage::greeting_preauth);
  } else {
    say_goodbye(session, config_.name + " accepts no connection now");
  }
  return last_id_;
}

void Server::receive(SessionId id, std::string_view bytes, Instant now) {
  const auto session = sessions_.find(id);
  if (session == sessions_.end() || session->second.state == State::logout) return;
  if (session->second.awaits_handshake()) return;  // it is not TLS that comes
  Turn turn{config_, accounts_, sessions_, session->second, now, {}};
  turn.session.framer.feed(bytes);
  while (serve_next(turn)) tell_idle_sessions(now);
}

void Server::secure(SessionId id) {
  const auto found = sessions_.find(id);
  if (found == sessions_.end() || !found->second.awaits_handshake()) return;
  Session& session = found->second;
  session.awaits = AwaitsCommand{};
  session.is_protected = true;
  session.framer = wire::Framer(wire::Writer::client, limits_of(config_));
}

void Server::disconnected(SessionId id) {
  sessions_.erase(id);
}

void Server::tell_idle_sessions(Instant now) {
  for (auto& [id, session] : sessions_) {
    if (!session.idles()) continue;
    Turn{config_, accounts_, sessions_, session, now, {}}.tell_changes({});
  }
}

Output Server::take_output(SessionId id) {
  const auto session = sessions_.find(id);
  if (session == sessions_.end()) return {};
  return {std::exchange(session->second.output, {}), session->second.state == State::logout};
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
  tell_idle_sessions(now);
  return Delivered::yes;
}

void Server::end(SessionId id, std::string_view reason) {
  const auto session = sessions_.find(id);
  if (session == sessions_.end() || session->second.state == State::logout) return;
  say_goodbye(session->second, std::string(reason));
}

void Server::shut_down(std::string_view reason) {
  for (const auto& [id, session] : sessions_) end(id, reason);
}

const Session* Server::find(SessionId id) const {
  const auto session = sessions_.find(id);
  return session == sessions_.end() ? nullptr : &session->second;
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
  const Uid first_recent = held_->mailbox.first_recent();
  return {entry.uid, held_->view.flags_when_told(entry, first_recent), entry.message};
}

HeldMessages Server::messages_of(SessionId id) const {
  const mail::Mailbox* mailbox = mailbox_of(id);
  return mailbox == nullptr ? HeldMessages() : HeldMessages(*mailbox, *find(id)->view);
}

Owed Server::owed_to(SessionId id) const {
  const mail::Mailbox* mailbox = mailbox_of(id);
  if (mailbox == nullptr || !find(id)->view->is_behind(*mailbox)) return {};
  SessionView view = *find(id)->view;
  std::string output;
  const Session& session = *find(id);
  view.tell_changes(
      *mailbox, mailbox->first_recent(),
      {.with_uid = session.qresync, .with_mod_seq = session.condstore, .vanished = session.qresync},
      output);
  return {lines_of(output)};
}

}  // namespace imapscope::server
