// LOGIN (draft-murchison-sasl-login): the server asks for the user, then for the password. A client
// that begins by itself has told the user.
#include "sim/base/ascii.h"
#include "sim/sasl/mechanisms.h"

namespace imapscope::sasl {

std::string ask_login(Exchange&) {
  return "Username:";
}

Step serve_login(Exchange& exchange, std::string_view message, const Authority& authority) {
  if (exchange.round == 1) {
    exchange.user = message;
    return Challenge{"Password:"};
  }
  return by_password(exchange.user, message, authority);
}

std::optional<std::string> answer_login(Exchange& exchange, std::string_view challenge) {
  const bool wants_password = ascii::starts_with_ignoring_case(challenge, "pass");
  return wants_password ? exchange.password : exchange.user;
}

}  // namespace imapscope::sasl
