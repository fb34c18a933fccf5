#include "sim/server/neighbour/pop3.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <optional>
#include <utility>

#include "sim/base/line_end.h"
#include "sim/neighbour/dots.h"
#include "sim/neighbour/pop3.h"

namespace imapscope::pop3 {
namespace {

/// What is at hand while one command is served.
struct Turn {
  Server& server;
  Session& session;
  mail::Accounts& accounts;
};

void say_ok(Session& session, std::string_view text) {
  session.say("+OK " + std::string(text));
}
void say_error(Session& session, std::string_view text) {
  session.say("-ERR " + std::string(text));
}

std::optional<std::uint32_t> number_in(std::string_view text) {
  std::uint32_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

std::string count_text(std::size_t messages) {
  return std::to_string(messages) + (messages == 1 ? " message" : " messages");
}

struct Total {
  std::size_t messages = 0;
  std::uint64_t octets = 0;
};
Total total_of(const Session& session) {
  Total total;
  for (const Drop& drop : session.maildrop) {
    if (drop.is_deleted) continue;
    ++total.messages;
    total.octets += drop.message->size();
  }
  return total;
}
std::string text_of(const Total& total) {
  return count_text(total.messages) + " (" + std::to_string(total.octets) + " octets)";
}

/// The message of that number; null where there is none, or it is deleted, and so the client was
/// told.
Drop* drop_at(Session& session, std::string_view argument) {
  const auto number = number_in(argument);
  if (!number || *number == 0 || *number > session.maildrop.size()) {
    say_error(session,
              "no such message, only " + count_text(session.maildrop.size()) + " in the maildrop");
    return nullptr;
  }
  Drop& drop = session.maildrop[*number - 1];
  if (!drop.is_deleted) return &drop;
  say_error(session, "message " + std::to_string(*number) + " is deleted");
  return nullptr;
}

/// One line for each message that is left, `N VALUE`, or one for the message asked for.
template <class F>
void list(Session& session, std::string_view argument, std::string_view heading, F value) {
  if (!argument.empty()) {
    if (const Drop* drop = drop_at(session, argument)) {
      say_ok(session, std::string(argument) + ' ' + value(*drop));
    }
    return;
  }
  say_ok(session, heading);
  for (std::size_t place = 0; place < session.maildrop.size(); ++place) {
    const Drop& drop = session.maildrop[place];
    if (!drop.is_deleted) session.say(std::to_string(place + 1) + ' ' + value(drop));
  }
  session.say(".");
}

// ---- before the login ----

void serve_user(Turn& turn, std::string_view name) {
  turn.session.user = name;
  say_ok(turn.session, "send PASS");  // the same for whoever is no user: who is, is a secret
}

/// A message's place in the maildrop is its number as long as the session lasts.
void open_maildrop(Session& session, const mail::Mailbox& inbox) {
  session.uid_validity = inbox.uid_validity();
  for (const mail::Entry& entry : inbox.entries()) {
    session.maildrop.push_back({entry.uid, entry.message});
  }
  session.state = travel(session.state, Passage::login);
  say_ok(session, "maildrop has " + text_of(total_of(session)));
}

/// Who he is, is known; whether he gets the maildrop, is not (RFC 1939 §8).
void enter(Turn& turn, const std::string& user) {
  Session& session = turn.session;
  const mail::Mailbox* inbox = turn.accounts.find(user)->find(MailboxName::inbox());
  if (inbox == nullptr) return say_error(session, "there is no maildrop");
  if (turn.server.is_locked(user)) {
    return say_error(session, "[IN-USE] another session has the maildrop");
  }
  session.user = user;
  open_maildrop(session, *inbox);
}

// RFC 5034 §4
void answer(Turn& turn, const neighbour::AuthStep& step) {
  if (const auto* challenge = std::get_if<neighbour::AuthChallenge>(&step)) {
    return turn.session.say("+ " + challenge->base64);
  }
  if (const auto* success = std::get_if<neighbour::AuthSuccess>(&step)) {
    return enter(turn, success->user);
  }
  const auto& failure = std::get<neighbour::AuthFailure>(step);
  const bool is_users = failure.fault == neighbour::AuthFault::wrong ||
                        failure.fault == neighbour::AuthFault::not_entitled;
  say_error(turn.session, (is_users ? "[AUTH] " : "") + failure.text);
}

void serve_auth(Turn& turn, std::string_view argument) {
  if (argument.empty()) return say_error(turn.session, "AUTH takes a mechanism");
  answer(turn, neighbour::begin_auth(argument, turn.session, turn.server.auth(), turn.accounts,
                                     turn.server.random()));
}

void serve_pass(Turn& turn, std::string_view password) {
  Session& session = turn.session;
  if (session.user.empty()) return say_error(session, "USER comes first");
  const std::string user = std::exchange(session.user, {});
  const mail::Account* account = turn.accounts.authenticate(user, password);
  if (account == nullptr) return say_error(session, "[AUTH] wrong user or password");
  if (account->trouble() != nullptr) return say_error(session, account->trouble()->text);
  if (!account->moved_to().empty()) return say_error(session, "this user's mail has moved");
  enter(turn, user);
}

// RFC 2595 §4
void serve_stls(Turn& turn, std::string_view /*argument*/) {
  if (turn.session.is_protected) return say_error(turn.session, "TLS is active already");
  if (!turn.server.offers_tls(turn.session)) return say_error(turn.session, "no TLS here");
  turn.session.awaits_handshake = true;
  say_ok(turn.session, "begin TLS negotiation");
}

void serve_capa(Turn& turn, std::string_view /*argument*/) {
  say_ok(turn.session, "capabilities follow");
  for (const char* capability :
       {"USER", "TOP", "UIDL", "RESP-CODES", "AUTH-RESP-CODE", "PIPELINING"}) {
    turn.session.say(capability);
  }
  const std::string mechanisms = neighbour::offered_mechanisms(turn.server.auth(), turn.session);
  if (!mechanisms.empty()) turn.session.say("SASL " + mechanisms);
  if (turn.server.offers_tls(turn.session)) turn.session.say("STLS");
  turn.session.say(".");
}

// ---- the maildrop ----

void serve_stat(Turn& turn, std::string_view /*argument*/) {
  const Total total = total_of(turn.session);
  say_ok(turn.session, std::to_string(total.messages) + ' ' + std::to_string(total.octets));
}

void serve_list(Turn& turn, std::string_view argument) {
  list(turn.session, argument, text_of(total_of(turn.session)),
       [](const Drop& drop) { return std::to_string(drop.message->size()); });
}

/// UIDVALIDITY and UID name a message for good, as IMAP's do.
void serve_uidl(Turn& turn, std::string_view argument) {
  const std::string validity = std::to_string(turn.session.uid_validity.value);
  list(turn.session, argument, "unique ids follow",
       [&](const Drop& drop) { return validity + '.' + std::to_string(drop.uid.value); });
}

void serve_retr(Turn& turn, std::string_view argument) {
  const Drop* drop = drop_at(turn.session, argument);
  if (drop == nullptr) return;
  say_ok(turn.session, std::to_string(drop->message->size()) + " octets");
  turn.session.output.bytes += neighbour::with_dots(drop->message->octets());
}

/// The header, and so many lines of the body.
std::string top_of(std::string_view message, std::uint32_t lines) {
  std::string top;
  bool in_body = false;
  while (!message.empty() && (!in_body || lines > 0)) {
    const std::string_view line = take_line(message);
    top += line;
    if (in_body) --lines;
    in_body = in_body || without_line_end(line).empty();
  }
  return top;
}

void serve_top(Turn& turn, std::string_view argument) {
  const auto [number, rest] = neighbour::words_of(argument);
  const auto lines = number_in(rest);
  if (!lines) return say_error(turn.session, "TOP takes a message and a number of lines");
  const Drop* drop = drop_at(turn.session, number);
  if (drop == nullptr) return;
  say_ok(turn.session, "top of the message follows");
  turn.session.output.bytes += neighbour::with_dots(top_of(drop->message->octets(), *lines));
}

void serve_dele(Turn& turn, std::string_view argument) {
  Drop* drop = drop_at(turn.session, argument);
  if (drop == nullptr) return;
  drop->is_deleted = true;
  say_ok(turn.session, "message " + std::string(argument) + " is marked as deleted");
}

void serve_noop(Turn& turn, std::string_view /*argument*/) {
  say_ok(turn.session, "nothing done");
}

void serve_rset(Turn& turn, std::string_view /*argument*/) {
  for (Drop& drop : turn.session.maildrop) drop.is_deleted = false;
  say_ok(turn.session, "maildrop has " + text_of(total_of(turn.session)));
}

// ---- the end ----

/// RFC 1939 §6, the UPDATE state: only here does anything leave the maildrop.
void update(Turn& turn) {
  std::vector<Uid> deleted;
  for (const Drop& drop : turn.session.maildrop) {
    if (drop.is_deleted) deleted.push_back(drop.uid);
  }
  mail::Account* account = turn.accounts.find(turn.session.user);
  mail::Mailbox* inbox = account == nullptr ? nullptr : account->find(MailboxName::inbox());
  if (inbox != nullptr) inbox->remove(deleted);
}

void serve_quit(Turn& turn, std::string_view /*argument*/) {
  Session& session = turn.session;
  const bool updates = session.state == State::pop3_transaction;
  if (updates) update(turn);
  session.state = travel(session.state, Passage::pop3_update);
  say_ok(session,
         updates ? "goodbye, maildrop has " + count_text(total_of(session).messages) : "goodbye");
  session.output.close = true;
}

using Handler = neighbour::Handler<Turn>;
constexpr std::array handlers{
    Handler{"USER", serve_user}, Handler{"PASS", serve_pass}, Handler{"CAPA", serve_capa},
    Handler{"STAT", serve_stat}, Handler{"LIST", serve_list}, Handler{"UIDL", serve_uidl},
    Handler{"RETR", serve_retr}, Handler{"TOP", serve_top},   Handler{"DELE", serve_dele},
    Handler{"NOOP", serve_noop}, Handler{"RSET", serve_rset}, Handler{"QUIT", serve_quit},
    Handler{"STLS", serve_stls}, Handler{"AUTH", serve_auth},
};

static_assert(neighbour::serves(handlers, command_rows));

void serve(Turn& turn, std::string_view line) {
  const auto [verb, argument] = neighbour::words_of(line);
  const neighbour::CommandInfo* info = find_command(verb);
  if (info == nullptr || !info->is_served) return say_error(turn.session, "unknown command");
  if (!info->legal_in.contains(turn.session.state)) {
    return say_error(turn.session, std::string(info->verb) + " is for the state " +
                                       names_of(info->legal_in, " or "));
  }
  if (info->arguments.empty() && !argument.empty()) {
    return say_error(turn.session, std::string(info->verb) + " takes no argument");
  }
  neighbour::handler_of(handlers, info->verb)->serve(turn, argument);
}

}  // namespace

SessionId Server::open() {
  const auto [id, session] = sessions_.open();
  session.state = travel(State::pop3_greeting, Passage::greeting_ok);
  say_ok(session, name_ + " POP3 is ready");
  return id;
}

void Server::receive(SessionId id, std::string_view bytes, mail::Accounts& accounts) {
  Session* session = sessions_.find(id);
  if (session == nullptr) return;
  Turn turn{*this, *session, accounts};
  neighbour::serve_lines(*session, bytes, [&](const std::string& line) {
    if (!session->sasl) return serve(turn, line);
    answer(turn, neighbour::continue_auth(without_line_end(line), *session, accounts));
  });
}

bool Server::is_locked(std::string_view user) const {
  const auto& all = sessions_.all();
  return std::any_of(all.begin(), all.end(), [user](const auto& entry) {
    return entry.second.state == State::pop3_transaction && entry.second.user == user;
  });
}

}  // namespace imapscope::pop3
