// The auth family: STARTTLS, LOGIN, AUTHENTICATE by the table of mechanisms (sasl/sasl.h),
// UNAUTHENTICATE.
#include "sim/base/ascii.h"
#include "sim/base/base64.h"
#include "sim/server/handlers.h"
#include "sim/server/temper/temper.h"
#include "sim/server/turn/say.h"

namespace imapscope::server {

Ending refuse_user(const mail::Account& account, const Config& config) {
  if (!account.moved_to().empty()) {
    return refer_to(account.moved_to(), "LOGIN-REFERRALS", "This user's mail has moved", config);
  }
  if (account.trouble() == nullptr) return std::nullopt;
  return no(account.trouble()->code, account.trouble()->text);
}

void say_alert(const Config& config, Session& session) {
  if (!config.alert.empty()) say_ok(session.output, CodeAtom{"ALERT", {}}, config.alert);
}

bool wants_tls_first(const Config& config, const Session& session) {
  return config.login_disabled && config.starttls && !session.is_protected;
}

namespace {

/// What the mechanisms ask of the accounts and the connection.
class SessionAuthority final : public sasl::Authority {
 public:
  explicit SessionAuthority(const Turn& turn) : turn_(turn) {}

  [[nodiscard]] std::optional<std::string> password_of(std::string_view user) const override {
    const mail::Account* account = turn_.accounts.find(user);
    return account == nullptr ? std::nullopt : std::optional(account->password());
  }
  [[nodiscard]] std::string proved_outside() const override {
    return turn_.session.is_protected ? turn_.session.certified : std::string();
  }

 private:
  const Turn& turn_;
};

StatusResponse admit(Turn& turn, const std::string& user, std::string_view verb) {
  if (auto refused = refuse_user(*turn.accounts.find(user), turn.config)) return *refused;
  turn.session.user = user;
  turn.session.travel(Passage::login);
  say_alert(turn.config, turn.session);
  std::string text = std::string(verb) + " completed";
  if (turn.temper.capabilities != Unasked::greeting_and_login) return ok(std::move(text));
  return ok(capability_code(turn.config, turn.session), std::move(text));
}

StatusResponse refusal(const sasl::Refused& refused) {
  switch (refused.why) {
    case sasl::Refused::Why::wrong:
      return no("AUTHENTICATIONFAILED", refused.text);
    case sasl::Refused::Why::not_entitled:
      return no("AUTHORIZATIONFAILED", refused.text);
    case sasl::Refused::Why::impossible:
      return no("CANNOT", refused.text);
    case sasl::Refused::Why::malformed:
      break;
  }
  return bad(std::string(refused.text));
}

void challenge(std::string_view octets, AwaitsSasl sasl, Turn& turn) {
  turn.session.output += "+ " + encode_base64(octets) + "\r\n";
  turn.session.awaits = std::move(sasl);
}

/// The client's message, decoded: the exchange ends, or goes on with another challenge.
Ending serve_message(AwaitsSasl sasl, std::string_view message, Turn& turn) {
  ++sasl.exchange.round;
  const SessionAuthority authority(turn);
  const sasl::Step step = sasl.mechanism->serve(sasl.exchange, message, authority);
  if (const auto* admitted = std::get_if<sasl::Admitted>(&step)) {
    return admit(turn, admitted->user, "AUTHENTICATE");
  }
  if (const auto* refused = std::get_if<sasl::Refused>(&step)) return refusal(*refused);
  challenge(std::get<sasl::Challenge>(step).octets, std::move(sasl), turn);
  return std::nullopt;
}

/// Why the mechanism is not begun.
Ending refuse_mechanism(std::string_view name, const sasl::Mechanism* mechanism, const Turn& turn) {
  if (name.size() > 5 && ascii::equal_ignoring_case(name.substr(name.size() - 5), "-PLUS")) {
    return no("CANNOT", "Nothing is bound to TLS here: take the mechanism without -PLUS");
  }
  if (mechanism == nullptr || !turn.config.speaks("AUTH=" + std::string(mechanism->name))) {
    return no("CANNOT", "This SASL mechanism is not offered here");
  }
  if (mechanism->tells_password && wants_tls_first(turn.config, turn.session)) {
    return no("PRIVACYREQUIRED",
              std::string(mechanism->name) + " tells the password: begin TLS first");
  }
  return std::nullopt;
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
  if (turn.accounts.authenticate(command.user, command.password) == nullptr) {
    return no("AUTHENTICATIONFAILED", "User or password is wrong");
  }
  return admit(turn, command.user, "LOGIN");
}

Ending handle(const Authenticate& command, Turn& turn) {
  if (command.initial_response && !turn.config.speaks("SASL-IR")) {
    return bad("AUTHENTICATE takes its first response on a line of its own here");
  }
  const sasl::Mechanism* mechanism = sasl::find_mechanism(command.mechanism);
  if (auto refused = refuse_mechanism(command.mechanism, mechanism, turn)) return refused;
  AwaitsSasl sasl{turn.tag, mechanism, {}};
  const std::uint64_t first = turn.random.next();
  sasl.exchange.nonce = sasl::nonce_of(first, turn.random.next());
  const std::string question = mechanism->ask != nullptr ? mechanism->ask(sasl.exchange) : "";
  if (command.initial_response) {
    return serve_message(std::move(sasl), *command.initial_response, turn);
  }
  challenge(question, std::move(sasl), turn);
  return std::nullopt;
}

// RFC 8437 §3, §4.1: nothing is left of what was set but TLS, and the certificate behind it. Its OK
// is the last line that is compressed.
Ending handle(const Unauthenticate&, Turn& turn) {
  Session& session = turn.session;
  session.view.reset();
  session.user.clear();
  session.owner.clear();
  session.by_rights = false;
  session.condstore = session.qresync = session.metadata = session.uid_only = false;
  session.utf8_accept = session.compresses = false;
  session.rev2 = turn.config.speaks_rev2_only();
  session.changed_annotations.clear();
  session.contexts.clear();
  session.watch.reset();
  session.travel(Passage::unauthenticate);
  return ok("UNAUTHENTICATE completed");
}

Ending continue_authenticate(std::string_view line, const AwaitsSasl& sasl, Turn& turn) {
  if (line == "*") return bad("AUTHENTICATE cancelled");
  const auto message = decode_base64(line);
  if (!message) return bad("The SASL response is not base64");
  return serve_message(sasl, *message, turn);
}

}  // namespace imapscope::server
