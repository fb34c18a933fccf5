#include "sim/server/neighbour/smtp.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "sim/base/ascii.h"
#include "sim/base/line_end.h"
#include "sim/mail/date.h"
#include "sim/neighbour/dots.h"
#include "sim/neighbour/path.h"
#include "sim/neighbour/smtp.h"

namespace imapscope::smtp {
namespace {

/// What is at hand while one command is served.
struct Turn {
  const Config& config;
  Session& session;
  const mail::Accounts& accounts;
  Random& random;

  void travel(Passage passage) const { session.state = imapscope::travel(session.state, passage); }
};

void forget_transaction(Session& session) {
  session.sender.clear();
  session.users.clear();
  session.message.clear();
  session.is_too_large = false;
}

/// SIZE=512 (RFC 1870 §6); nothing where the parameters have none.
std::optional<std::uint64_t> size_in(std::string_view parameters) {
  while (!parameters.empty()) {
    const auto [parameter, rest] = neighbour::words_of(parameters);
    if (ascii::starts_with_ignoring_case(parameter, "SIZE=")) {
      const std::string_view digits = parameter.substr(5);
      std::uint64_t size = 0;
      const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), size);
      if (read.ec == std::errc()) return size;
    }
    parameters = rest;
  }
  return std::nullopt;
}

// ---- before a transaction ----

void begin_session(Turn& turn, std::string_view domain) {
  forget_transaction(turn.session);
  turn.session.domain = domain;
  turn.travel(Passage::smtp_hello);
}

void serve_ehlo(Turn& turn, std::string_view domain) {
  if (domain.empty()) return turn.session.say("501 5.5.4 EHLO takes your domain");
  begin_session(turn, domain);
  const std::string size = std::to_string(turn.config.max_message_octets);
  turn.session.say("250-" + turn.config.domain + " greets " + std::string(domain));
  turn.session.say("250-SIZE " + size);
  if (turn.config.starttls && !turn.session.is_protected) turn.session.say("250-STARTTLS");
  const std::string mechanisms = neighbour::offered_mechanisms(turn.config.auth, turn.session);
  if (!mechanisms.empty()) turn.session.say("250-AUTH " + mechanisms);
  turn.session.say("250-8BITMIME");
  turn.session.say("250-ENHANCEDSTATUSCODES");
  turn.session.say("250 PIPELINING");
}

void serve_helo(Turn& turn, std::string_view domain) {
  if (domain.empty()) return turn.session.say("501 5.5.4 HELO takes your domain");
  begin_session(turn, domain);
  turn.session.say("250 " + turn.config.domain);
}

// RFC 3207 §4
void serve_starttls(Turn& turn, std::string_view /*argument*/) {
  if (turn.session.is_protected) return turn.session.say("503 5.5.1 TLS is active already");
  if (!turn.config.starttls) return turn.session.say("502 5.5.1 no TLS here");
  turn.session.awaits_handshake = true;
  turn.session.say("220 2.0.0 ready to start TLS");
}

/// RFC 4954 §6
std::string_view status_of(neighbour::AuthFault fault) {
  using neighbour::AuthFault;
  switch (fault) {
    case AuthFault::no_mechanism:
      return "504 5.5.4 ";
    case AuthFault::tls_first:
      return "538 5.7.11 ";
    case AuthFault::not_base64:
      return "501 5.5.2 ";
    case AuthFault::cancelled:
    case AuthFault::malformed:
      return "501 5.7.0 ";
    case AuthFault::no_entry:
      return "454 4.7.0 ";
    case AuthFault::wrong:
    case AuthFault::not_entitled:
    case AuthFault::impossible:
      break;
  }
  return "535 5.7.8 ";
}

void answer(Turn& turn, const neighbour::AuthStep& step) {
  if (const auto* challenge = std::get_if<neighbour::AuthChallenge>(&step)) {
    return turn.session.say("334 " + challenge->base64);
  }
  if (const auto* success = std::get_if<neighbour::AuthSuccess>(&step)) {
    turn.session.user = success->user;
    return turn.session.say("235 2.7.0 welcome, " + success->user);
  }
  const auto& failure = std::get<neighbour::AuthFailure>(step);
  turn.session.say(std::string(status_of(failure.fault)) + failure.text);
}

// RFC 4954 §4
void serve_auth(Turn& turn, std::string_view argument) {
  if (!turn.session.user.empty()) return turn.session.say("503 5.5.1 you are known already");
  if (argument.empty()) return turn.session.say("501 5.5.4 AUTH takes a mechanism");
  answer(turn, neighbour::begin_auth(argument, turn.session, turn.config.auth, turn.accounts,
                                     turn.random));
}

// ---- a mail transaction ----

void serve_mail(Turn& turn, std::string_view argument) {
  const auto path = path_in(argument, "FROM:");
  if (!path) return turn.session.say("501 5.5.4 MAIL takes FROM:<address>");
  const auto size = size_in(path->parameters);
  if (size && *size > turn.config.max_message_octets) {
    return turn.session.say("552 5.3.4 the message is larger than is taken here");
  }
  turn.session.sender = path->mailbox;
  turn.travel(Passage::smtp_sender);
  turn.session.say("250 2.1.0 sender ok");
}

void serve_rcpt(Turn& turn, std::string_view argument) {
  const auto path = path_in(argument, "TO:");
  if (!path) return turn.session.say("501 5.5.4 RCPT takes TO:<address>");
  const Address address = address_in(path->mailbox);
  if (!ascii::equal_ignoring_case(address.domain, turn.config.domain)) {
    return turn.session.say("550 5.7.1 mail for other domains is not relayed here");
  }
  if (turn.accounts.find(address.local_part) == nullptr) {
    return turn.session.say("550 5.1.1 no such user here");
  }
  turn.session.users.emplace_back(address.local_part);
  turn.travel(Passage::smtp_recipient);
  turn.session.say("250 2.1.5 recipient ok");
}

void serve_data(Turn& turn, std::string_view /*argument*/) {
  turn.travel(Passage::smtp_data);
  turn.session.say("354 send the message, and end it with a line that is one dot");
}

void take_message_line(Turn& turn, std::string_view line) {
  Session& session = turn.session;
  const std::string_view text = neighbour::without_dot(line);
  session.is_too_large = session.is_too_large || line.empty() ||
                         session.message.size() + text.size() > turn.config.max_message_octets;
  if (session.is_too_large) {
    session.message.clear();
  } else {
    session.message += text;
  }
}

/// The message with the trace lines that its way here left (RFC 5321 §4.4).
Delivery delivery_of(const Turn& turn, const DateTime& now) {
  const Session& session = turn.session;
  const std::string with = std::string(" with ESMTP") + (session.is_protected ? "S" : "") +
                           (session.user.empty() ? "" : "A");  // RFC 3848
  return {session.users, "Return-Path: <" + session.sender + ">\r\nReceived: from " +
                             session.domain + " by " + turn.config.domain + with + "; " +
                             mail::header_date(now) + "\r\n" + session.message};
}

/// Whose quota has no room for the message; null: there is room for it everywhere.
const std::string* without_room(const Turn& turn, const Delivery& delivery) {
  const auto found =
      std::find_if(delivery.users.begin(), delivery.users.end(), [&](const std::string& user) {
        const mail::Account* account = turn.accounts.find(user);
        return account == nullptr || !account->has_room_for({delivery.message.size(), 1});
      });
  return found == delivery.users.end() ? nullptr : &*found;
}

std::optional<Delivery> end_message(Turn& turn, const DateTime& now) {
  std::optional<Delivery> delivery;
  if (!turn.session.is_too_large) delivery = delivery_of(turn, now);
  if (!delivery) {
    turn.session.say("552 5.3.4 the message is larger than is taken here");
  } else if (const std::string* user = without_room(turn, *delivery)) {
    turn.session.say("552 5.2.2 the mailbox of " + *user + " is full");
    delivery.reset();
  } else {
    turn.session.say("250 2.0.0 message taken");
  }
  forget_transaction(turn.session);
  turn.travel(Passage::smtp_done);
  return delivery;
}

void serve_rset(Turn& turn, std::string_view /*argument*/) {
  forget_transaction(turn.session);
  turn.travel(Passage::smtp_done);
  turn.session.say("250 2.0.0 ok");
}

// ---- at any time ----

void serve_noop(Turn& turn, std::string_view /*argument*/) {
  turn.session.say("250 2.0.0 ok");
}

/// Who has an account here is not told (RFC 5321 §7.3).
void serve_vrfy(Turn& turn, std::string_view argument) {
  turn.session.say(argument.empty() ? "501 5.5.4 VRFY takes an address"
                                    : "252 2.1.5 send mail, and it will be tried");
}

void serve_help(Turn& turn, std::string_view /*argument*/) {
  turn.session.say("214 2.0.0 see RFC 5321");
}

void serve_quit(Turn& turn, std::string_view /*argument*/) {
  turn.travel(Passage::leave);
  turn.session.say("221 2.0.0 " + turn.config.domain + " closes the connection");
  turn.session.output.close = true;
}

using Handler = neighbour::Handler<Turn>;
constexpr std::array handlers{
    Handler{"EHLO", serve_ehlo}, Handler{"HELO", serve_helo},         Handler{"MAIL", serve_mail},
    Handler{"RCPT", serve_rcpt}, Handler{"DATA", serve_data},         Handler{"RSET", serve_rset},
    Handler{"NOOP", serve_noop}, Handler{"VRFY", serve_vrfy},         Handler{"HELP", serve_help},
    Handler{"QUIT", serve_quit}, Handler{"STARTTLS", serve_starttls}, Handler{"AUTH", serve_auth},
};

static_assert(neighbour::serves(handlers, command_rows));

void serve(Turn& turn, std::string_view line) {
  const auto [verb, argument] = neighbour::words_of(line);
  const neighbour::CommandInfo* info = find_command(verb);
  if (info == nullptr) return turn.session.say("500 5.5.2 unknown command");
  if (!info->is_served) return turn.session.say("502 5.5.1 not spoken here");
  if (!info->legal_in.contains(turn.session.state)) {
    return turn.session.say("503 5.5.1 " + std::string(info->verb) + " does not come now");
  }
  if (info->arguments.empty() && !argument.empty()) {
    return turn.session.say("501 5.5.4 " + std::string(info->verb) + " takes no argument");
  }
  neighbour::handler_of(handlers, info->verb)->serve(turn, argument);
}

}  // namespace

SessionId Server::open() {
  const auto [id, session] = sessions_.open();
  session.state = travel(State::smtp_greeting, Passage::greeting_ok);
  session.say("220 " + config_.domain + " " + config_.name + " ESMTP is ready");
  return id;
}

std::vector<Delivery> Server::receive(SessionId id, std::string_view bytes,
                                      const mail::Accounts& accounts, const DateTime& now) {
  std::vector<Delivery> deliveries;
  Session* session = sessions_.find(id);
  if (session == nullptr) return deliveries;
  Turn turn{config_, *session, accounts, random_};
  neighbour::serve_lines(*session, bytes, [&](const std::string& line) {
    if (session->sasl) {
      return answer(turn, neighbour::continue_auth(without_line_end(line), *session, accounts));
    }
    if (session->state != State::smtp_message) return serve(turn, line);
    if (!neighbour::ends_lines(line)) return take_message_line(turn, line);
    if (auto delivery = end_message(turn, now)) deliveries.push_back(std::move(*delivery));
  });
  return deliveries;
}

// RFC 3207 §4.2
void Server::secure(SessionId id) {
  Session* session = sessions_.secure(id);
  if (session == nullptr) return;
  forget_transaction(*session);
  session->domain.clear();
  session->user.clear();
  session->state = travel(session->state, Passage::smtp_secured);
}

}  // namespace imapscope::smtp
