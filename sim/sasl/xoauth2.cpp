// XOAUTH2, as Google began it: what OAUTHBEARER grew out of. A failure is told in JSON, and the
// client answers with nothing.
#include "sim/sasl/mechanisms.h"

namespace imapscope::sasl {

// user=ada^Aauth=Bearer token^A^A
Step serve_xoauth2(Exchange& exchange, std::string_view message, const Authority& authority) {
  if (exchange.round > 1) return wrong();
  constexpr std::string_view begins = "user=";
  constexpr std::string_view between = "\1auth=Bearer ";
  const std::size_t at = message.find(between);
  if (!message.starts_with(begins) || at == std::string_view::npos || !message.ends_with("\1\1")) {
    return malformed("XOAUTH2 wants user=name^Aauth=Bearer token^A^A");
  }
  const std::string_view user = message.substr(begins.size(), at - begins.size());
  const std::string_view behind = message.substr(at + between.size());
  const auto known = authority.password_of(user);
  if (known && behind.substr(0, behind.size() - 2) == *known) return Admitted{std::string(user)};
  return Challenge{R"({"status":"400","schemes":"Bearer","scope":"https://mail.example.org/"})"};
}

std::optional<std::string> answer_xoauth2(Exchange& exchange, std::string_view) {
  if (exchange.round > 1) return std::string();
  return "user=" + exchange.user + "\1auth=Bearer " + exchange.password + "\1\1";
}

}  // namespace imapscope::sasl
