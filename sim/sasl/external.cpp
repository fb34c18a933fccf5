// EXTERNAL (RFC 4422, appendix A): something outside of SASL has proved who the client is, such as
// a certificate of TLS. The message is whom it wants to act as; empty: itself.
#include "sim/sasl/mechanisms.h"

namespace imapscope::sasl {

Step serve_external(Exchange&, std::string_view message, const Authority& authority) {
  const std::string proved = authority.proved_outside();
  if (proved.empty() || !authority.password_of(proved)) {
    return Refused{Refused::Why::wrong, "Nothing outside of SASL has proved who you are"};
  }
  if (!message.empty() && message != proved) {
    return Refused{Refused::Why::not_entitled, "Nobody may act as another user here"};
  }
  return Admitted{proved};
}

std::optional<std::string> answer_external(Exchange& exchange, std::string_view) {
  return exchange.user;
}

}  // namespace imapscope::sasl
