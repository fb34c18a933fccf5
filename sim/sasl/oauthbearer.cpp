// OAUTHBEARER (RFC 7628 §3): a token in the form of HTTP. A failure is told in JSON, and the client
// says one ^A before the server ends the exchange.
#include "sim/sasl/mechanisms.h"

namespace imapscope::sasl {
namespace {

constexpr char separator = '\1';
constexpr std::string_view failure =
    R"({"status":"invalid_token","scope":"imap",)"
    R"("openid-configuration":"https://example.org/.well-known/openid-configuration"})";

/// The value of `key=…` between two separators.
std::optional<std::string> value_of(std::string_view message, std::string_view key) {
  const std::string wanted = separator + std::string(key) + "=";
  const std::size_t at = message.find(wanted);
  if (at == std::string_view::npos) return std::nullopt;
  const std::string_view rest = message.substr(at + wanted.size());
  return std::string(rest.substr(0, rest.find(separator)));
}

}  // namespace

// client-resp = gs2-header kvsep *kvpair kvsep
Step serve_oauthbearer(Exchange& exchange, std::string_view message, const Authority& authority) {
  if (exchange.round > 1) return wrong();
  const auto user = attribute(message.substr(0, message.find(separator)), 'a');
  const auto credentials = value_of(message, "auth");
  if (!message.starts_with("n,") || !credentials || !message.ends_with("\1\1")) {
    return malformed("OAUTHBEARER wants n,a=user,^Aauth=Bearer token^A^A");
  }
  const bool is_bearer = credentials->starts_with("Bearer ");
  const auto known = authority.password_of(user.value_or(""));
  if (!is_bearer || !known || credentials->substr(7) != *known) {
    return Challenge{std::string(failure)};
  }
  return Admitted{*user};
}

std::optional<std::string> answer_oauthbearer(Exchange& exchange, std::string_view) {
  if (exchange.round > 1) return std::string(1, separator);
  return "n,a=" + exchange.user + ",\1auth=Bearer " + exchange.password + "\1\1";
}

}  // namespace imapscope::sasl
