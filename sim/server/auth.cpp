// The auth family: STARTTLS, LOGIN, AUTHENTICATE PLAIN (RFC 4616).
#include "sim/base/ascii.h"
#include "sim/base/base64.h"
#include "sim/server/handlers.h"
#include "sim/server/temper.h"

namespace imapscope::server {

bool wants_tls_first(const Config& config, const Session& session) {
  return config.login_disabled && config.starttls && !session.is_protected;
}

namespace {

StatusResponse admit(Turn& turn, const std::string& user, std::string_view password,
                     std::string_view verb) {
  if (turn.accounts.authenticate(user, password) == nullptr) {
    return no("AUTHENTICATIONFAILED", "User or password is wrong");
  }
  turn.session.user = user;
  turn.session.travel(Passage::login);
  std::string text = std::string(verb) + " completed";
  if (turn.temper.capabilities != Unasked::greeting_and_login) return ok(std::move(text));
  return ok(capability_code(turn.config, turn.session), std::move(text));
}

/// message = [authzid] NUL authcid NUL passwd (RFC 4616 §2)
StatusResponse authenticate_plain(Turn& turn, std::string_view message) {
  const auto first = message.find('\0');
  const auto second = first == std::string_view::npos ? first : message.find('\0', first + 1);
  if (second == std::string_view::npos) {
    return bad("PLAIN wants [authorization] NUL user NUL password");
  }
  const auto acts_as = message.substr(0, first);
  const std::string user(message.substr(first + 1, second - first - 1));
  if (!acts_as.empty() && acts_as != user) {
    return no("AUTHORIZATIONFAILED", "Nobody may act as another user here");
  }
  return admit(turn, user, message.substr(second + 1), "AUTHENTICATE");
}

}  // namespace

Ending handle(const StartTls&, Turn& turn) {
  if (turn.session.is_protected) return bad("TLS is active already");
  if (!turn.config.starttls) return bad("No TLS is offered here");
  turn.session.awaits = AwaitsHandshake{};
  return ok("Begin TLS negotiation now");
}

Ending handle(const Login& command, Turn& turn) {
  if (turn.config.login_disabled && !turn.session.is_protected) {
    return no("PRIVACYREQUIRED", "LOGIN is disabled on this connection");
  }
  return admit(turn, command.user, command.password, "LOGIN");
}

Ending handle(const Authenticate& command, Turn& turn) {
  if (!ascii::equal_ignoring_case(command.mechanism, "PLAIN")) {
    return no("CANNOT", "The only SASL mechanism here is PLAIN");
  }
  if (command.initial_response && !turn.config.speaks("SASL-IR")) {
    return bad("AUTHENTICATE takes its first response on a line of its own here");
  }
  if (wants_tls_first(turn.config, turn.session)) {
    return no("PRIVACYREQUIRED", "PLAIN tells the password: begin TLS first");
  }
  if (command.initial_response) return authenticate_plain(turn, *command.initial_response);
  turn.session.awaits = AwaitsSasl{turn.tag};
  turn.session.output += "+ \r\n";
  return std::nullopt;
}

StatusResponse continue_authenticate(std::string_view line, Turn& turn) {
  if (line == "*") return bad("AUTHENTICATE cancelled");
  const auto message = decode_base64(line);
  if (!message) return bad("The SASL response is not base64");
  return authenticate_plain(turn, *message);
}

}  // namespace imapscope::server
