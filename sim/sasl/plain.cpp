// PLAIN (RFC 4616 §2): message = [authzid] NUL authcid NUL passwd
#include "sim/sasl/mechanisms.h"

namespace imapscope::sasl {

Step serve_plain(Exchange&, std::string_view message, const Authority& authority) {
  const auto first = message.find('\0');
  const auto second = first == std::string_view::npos ? first : message.find('\0', first + 1);
  if (second == std::string_view::npos) {
    return malformed("PLAIN wants [authorization] NUL user NUL password");
  }
  const auto acts_as = message.substr(0, first);
  const auto user = message.substr(first + 1, second - first - 1);
  if (!acts_as.empty() && acts_as != user) {
    return Refused{Refused::Why::not_entitled, "Nobody may act as another user here"};
  }
  return by_password(user, message.substr(second + 1), authority);
}

std::optional<std::string> answer_plain(Exchange& exchange, std::string_view) {
  using namespace std::string_literals;
  return "\0"s + exchange.user + "\0"s + exchange.password;
}

}  // namespace imapscope::sasl
