// CRAM-MD5 (RFC 2195 §2): the challenge is a message id; the answer is the user and the digest of
// the challenge under the password.
#include "sim/codec/digest.h"
#include "sim/sasl/mechanisms.h"

namespace imapscope::sasl {
namespace {

std::string digest_of(std::string_view password, std::string_view challenge) {
  return codec::hex(codec::hmac(codec::Digest::md5, password, challenge));
}

}  // namespace

std::string ask_cram_md5(Exchange& exchange) {
  exchange.transcript = "<" + exchange.nonce + "@imapscope.example.org>";
  return exchange.transcript;
}

Step serve_cram_md5(Exchange& exchange, std::string_view message, const Authority& authority) {
  const std::size_t space = message.rfind(' ');
  if (space == std::string_view::npos) return malformed("CRAM-MD5 wants user and digest");
  const std::string_view user = message.substr(0, space);
  const auto password = authority.password_of(user);
  const bool is_right =
      password && message.substr(space + 1) == digest_of(*password, exchange.transcript);
  if (!is_right) return wrong();
  return Admitted{std::string(user)};
}

std::optional<std::string> answer_cram_md5(Exchange& exchange, std::string_view challenge) {
  return exchange.user + " " + digest_of(exchange.password, challenge);
}

}  // namespace imapscope::sasl
