#include "sim/server/neighbour/auth.h"

#include <algorithm>
#include <utility>

#include "sim/base/ascii.h"
#include "sim/base/base64.h"

namespace imapscope::neighbour {
namespace {

class AccountAuthority final : public sasl::Authority {
 public:
  explicit AccountAuthority(const mail::Accounts& accounts) : accounts_(accounts) {}

  [[nodiscard]] std::optional<std::string> password_of(std::string_view user) const override {
    const mail::Account* account = accounts_.find(user);
    return account == nullptr ? std::nullopt : std::optional(account->password());
  }
  [[nodiscard]] std::string proved_outside() const override { return {}; }

 private:
  const mail::Accounts& accounts_;
};

AuthFault fault_of(sasl::Refused::Why why) {
  switch (why) {
    case sasl::Refused::Why::not_entitled:
      return AuthFault::not_entitled;
    case sasl::Refused::Why::malformed:
      return AuthFault::malformed;
    case sasl::Refused::Why::impossible:
      return AuthFault::impossible;
    case sasl::Refused::Why::wrong:
      break;
  }
  return AuthFault::wrong;
}

bool is_held_back(const sasl::Mechanism& mechanism, const AuthPolicy& policy,
                  const Session& session) {
  return mechanism.tells_password && policy.tls_first && !session.is_protected;
}

AuthStep admit(const std::string& user, const mail::Accounts& accounts) {
  const mail::Account* account = accounts.find(user);
  if (account == nullptr) return AuthFailure{AuthFault::wrong, "there is no such user"};
  if (account->trouble() != nullptr) {
    return AuthFailure{AuthFault::no_entry, std::string(account->trouble()->text)};
  }
  if (!account->moved_to().empty()) {
    return AuthFailure{AuthFault::no_entry, "this user's mail has moved"};
  }
  return AuthSuccess{user};
}

/// The client's message, in base64; `=` is an empty one (RFC 4954 §4, RFC 5034 §4).
AuthStep serve_message(SaslUnderWay sasl, std::string_view written, Session& session,
                       const mail::Accounts& accounts) {
  const auto message = decode_base64(written == "=" ? "" : written);
  if (!message) return AuthFailure{AuthFault::not_base64, "that is not base64"};
  ++sasl.exchange.round;
  const AccountAuthority authority(accounts);
  const sasl::Step step = sasl.mechanism->serve(sasl.exchange, *message, authority);
  if (const auto* admitted = std::get_if<sasl::Admitted>(&step)) {
    return admit(admitted->user, accounts);
  }
  if (const auto* refused = std::get_if<sasl::Refused>(&step)) {
    return AuthFailure{fault_of(refused->why), std::string(refused->text)};
  }
  session.sasl = std::move(sasl);
  return AuthChallenge{encode_base64(std::get<sasl::Challenge>(step).octets)};
}

}  // namespace

AuthPolicy auth_policy_of(const server::Config& config) {
  AuthPolicy policy;
  for (const sasl::Mechanism& mechanism : sasl::mechanisms()) {
    if (mechanism.name == "EXTERNAL") continue;
    if (config.speaks("AUTH=" + std::string(mechanism.name))) {
      policy.mechanisms.push_back(&mechanism);
    }
  }
  policy.tls_first = config.login_disabled && config.starttls;
  return policy;
}

std::string offered_mechanisms(const AuthPolicy& policy, const Session& session) {
  std::string names;
  for (const sasl::Mechanism* mechanism : policy.mechanisms) {
    if (is_held_back(*mechanism, policy, session)) continue;
    names += (names.empty() ? "" : " ") + std::string(mechanism->name);
  }
  return names;
}

AuthStep begin_auth(std::string_view argument, Session& session, const AuthPolicy& policy,
                    const mail::Accounts& accounts, Random& random) {
  const auto [name, initial] = words_of(argument);
  const sasl::Mechanism* mechanism = sasl::find_mechanism(name);
  const auto& offered = policy.mechanisms;
  if (std::find(offered.begin(), offered.end(), mechanism) == offered.end()) {
    return AuthFailure{AuthFault::no_mechanism, "this mechanism is not offered here"};
  }
  if (is_held_back(*mechanism, policy, session)) {
    return AuthFailure{AuthFault::tls_first, "this mechanism tells the password: begin TLS first"};
  }
  SaslUnderWay sasl{mechanism, {}};
  const std::uint64_t first = random.next();
  sasl.exchange.nonce = sasl::nonce_of(first, random.next());
  const std::string question = mechanism->ask != nullptr ? mechanism->ask(sasl.exchange) : "";
  if (!initial.empty()) return serve_message(std::move(sasl), initial, session, accounts);
  session.sasl = std::move(sasl);
  return AuthChallenge{encode_base64(question)};
}

AuthStep continue_auth(std::string_view line, Session& session, const mail::Accounts& accounts) {
  SaslUnderWay sasl = *std::exchange(session.sasl, std::nullopt);
  if (line == "*") return AuthFailure{AuthFault::cancelled, "AUTH is cancelled"};
  return serve_message(std::move(sasl), line, session, accounts);
}

}  // namespace imapscope::neighbour
