// ANONYMOUS (RFC 4505 §2): the message is a trace for the server's log, and may be empty. A guest
// has the mail of the user `anonymous`, where there is one.
#include "sim/sasl/mechanisms.h"

namespace imapscope::sasl {
namespace {

constexpr std::string_view guest = "anonymous";

}  // namespace

Step serve_anonymous(Exchange&, std::string_view, const Authority& authority) {
  if (authority.password_of(guest)) return Admitted{std::string(guest)};
  return Refused{Refused::Why::impossible, "There is nothing for guests here"};
}

std::optional<std::string> answer_anonymous(Exchange& exchange, std::string_view) {
  return exchange.user;
}

}  // namespace imapscope::sasl
