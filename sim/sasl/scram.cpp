// SCRAM-SHA-1 and SCRAM-SHA-256 (RFC 5802 §3, §5; RFC 7677): both ends prove that they know the
// password, and neither says it.
#include <algorithm>

#include "sim/base/base64.h"
#include "sim/codec/digest.h"
#include "sim/sasl/mechanisms.h"

namespace imapscope::sasl {
namespace {

using codec::Digest;

constexpr std::uint32_t usual_rounds = 4096;  // RFC 5802 §5.1, RFC 7677 §3
constexpr std::uint32_t most_rounds = 100000;
constexpr std::string_view no_binding = "n,,";

/// saslname: `=2C` is a comma and `=3D` an equals sign (RFC 5802 §5.1).
std::string escaped(std::string_view name) {
  std::string text;
  for (const char c : name) text += c == ',' ? "=2C" : c == '=' ? "=3D" : std::string(1, c);
  return text;
}

std::optional<std::string> unescaped(std::string_view text) {
  std::string name;
  while (!text.empty()) {
    const bool is_code = text.front() == '=';
    const std::string_view code = text.substr(0, is_code ? 3 : 1);
    if (is_code && code != "=2C" && code != "=3D") return std::nullopt;
    name += !is_code ? code.front() : code == "=2C" ? ',' : '=';
    text.remove_prefix(code.size());
  }
  return name;
}

std::string exclusive_or(std::string a, std::string_view b) {
  for (std::size_t i = 0; i < a.size() && i < b.size(); ++i) {
    a[i] = static_cast<char>(static_cast<unsigned char>(a[i]) ^ static_cast<unsigned char>(b[i]));
  }
  return a;
}

/// RFC 5802 §3.
struct Proofs {
  std::string client;
  std::string server;
};
Proofs proofs_of(Digest kind, std::string_view password, std::string_view salt,
                 std::uint32_t rounds, std::string_view transcript) {
  const std::string salted = codec::pbkdf2(kind, password, salt, rounds);
  const std::string client_key = codec::hmac(kind, salted, "Client Key");
  const std::string stored_key = codec::digest(kind, client_key);
  const std::string signature = codec::hmac(kind, stored_key, transcript);
  const std::string server_key = codec::hmac(kind, salted, "Server Key");
  return {encode_base64(exclusive_or(client_key, signature)),
          encode_base64(codec::hmac(kind, server_key, transcript))};
}

/// The salt that a server keeps with a user's password: it is the same each time.
std::string salt_of(Digest kind, std::string_view user) {
  return codec::digest(kind, "salt of " + std::string(user)).substr(0, 12);
}

// client-first-message = gs2-header client-first-message-bare
Step serve_first(Digest kind, Exchange& exchange, std::string_view message,
                 const Authority& authority) {
  if (message.starts_with("p=")) {
    return Refused{Refused::Why::impossible, "There is no channel to bind to here"};
  }
  const std::size_t first = message.find(',');
  const std::size_t second = first == std::string_view::npos ? first : message.find(',', first + 1);
  const bool has_header =
      second != std::string_view::npos && (message[0] == 'n' || message[0] == 'y');
  if (!has_header || first != 1) return malformed("SCRAM begins with n,, or y,,");
  const std::string_view bare = message.substr(second + 1);
  const auto acts_as = attribute(message.substr(2, second - 2), 'a');
  const auto name = attribute(bare, 'n');
  const auto user = name ? unescaped(*name) : std::nullopt;
  const auto nonce = attribute(bare, 'r');
  if (!user || !nonce || nonce->empty() || !bare.starts_with("n=")) {
    return malformed("SCRAM wants n=user,r=nonce");
  }
  if (acts_as && *acts_as != *name) {
    return Refused{Refused::Why::not_entitled, "Nobody may act as another user here"};
  }
  exchange.user = *user;
  exchange.nonce = *nonce + exchange.nonce;
  // Of an unknown user the exchange goes on, and fails at its end: nobody learns who there is.
  (void)authority;
  const std::string said = "r=" + exchange.nonce + ",s=" + encode_base64(salt_of(kind, *user)) +
                           ",i=" + std::to_string(usual_rounds);
  exchange.transcript = std::string(bare) + "," + said;
  exchange.proof = encode_base64(message.substr(0, second + 1));
  return Challenge{said};
}

// client-final-message = channel-binding "," nonce "," proof
Step serve_final(Digest kind, Exchange& exchange, std::string_view message,
                 const Authority& authority) {
  const std::size_t end = message.rfind(",p=");
  const auto binding = attribute(message, 'c');
  const auto nonce = attribute(message, 'r');
  if (end == std::string_view::npos || !binding || !nonce) {
    return malformed("SCRAM wants c=binding,r=nonce,p=proof");
  }
  if (*binding != exchange.proof || *nonce != exchange.nonce) {
    return Refused{Refused::Why::wrong, "The channel or the nonce is another"};
  }
  const std::string transcript = exchange.transcript + "," + std::string(message.substr(0, end));
  const auto password = authority.password_of(exchange.user);
  const Proofs proofs = proofs_of(kind, password.value_or(""), salt_of(kind, exchange.user),
                                  usual_rounds, transcript);
  if (!password || message.substr(end + 3) != proofs.client) return wrong();
  return Challenge{"v=" + proofs.server};
}

Step serve(Digest kind, Exchange& exchange, std::string_view message, const Authority& authority) {
  if (exchange.round == 1) return serve_first(kind, exchange, message, authority);
  if (exchange.round == 2) return serve_final(kind, exchange, message, authority);
  if (!message.empty()) return malformed("SCRAM is over: an empty answer was due");
  return Admitted{exchange.user};
}

std::optional<std::string> answer_first(Exchange& exchange) {
  exchange.transcript = "n=" + escaped(exchange.user) + ",r=" + exchange.nonce;
  return std::string(no_binding) + exchange.transcript;
}

std::optional<std::string> answer_final(Digest kind, Exchange& exchange,
                                        std::string_view challenge) {
  const auto nonce = attribute(challenge, 'r');
  const auto salt = attribute(challenge, 's');
  const auto rounds = attribute(challenge, 'i');
  const auto octets = salt ? decode_base64(*salt) : std::nullopt;
  if (!nonce || !octets || !rounds || !nonce->starts_with(exchange.nonce)) return std::nullopt;
  const bool is_number = !rounds->empty() && rounds->size() < 7 &&
                         rounds->find_first_not_of("0123456789") == std::string::npos;
  const std::uint32_t count = is_number ? static_cast<std::uint32_t>(std::stoul(*rounds)) : 0;
  if (count == 0 || count > most_rounds) return std::nullopt;
  const std::string said = "c=" + encode_base64(no_binding) + ",r=" + *nonce;
  const std::string transcript = exchange.transcript + "," + std::string(challenge) + "," + said;
  const Proofs proofs = proofs_of(kind, exchange.password, *octets, count, transcript);
  exchange.proof = proofs.server;
  return said + ",p=" + proofs.client;
}

// Where the server does not prove itself, the client gives up (RFC 5802 §5).
std::optional<std::string> answer(Digest kind, Exchange& exchange, std::string_view challenge) {
  if (exchange.round == 1) return answer_first(exchange);
  if (exchange.round == 2) return answer_final(kind, exchange, challenge);
  const auto proof = attribute(challenge, 'v');
  return proof && *proof == exchange.proof ? std::optional(std::string()) : std::nullopt;
}

}  // namespace

Step serve_scram_sha_1(Exchange& exchange, std::string_view message, const Authority& authority) {
  return serve(Digest::sha1, exchange, message, authority);
}

Step serve_scram_sha_256(Exchange& exchange, std::string_view message, const Authority& authority) {
  return serve(Digest::sha256, exchange, message, authority);
}

std::optional<std::string> answer_scram_sha_1(Exchange& exchange, std::string_view challenge) {
  return answer(Digest::sha1, exchange, challenge);
}

std::optional<std::string> answer_scram_sha_256(Exchange& exchange, std::string_view challenge) {
  return answer(Digest::sha256, exchange, challenge);
}

}  // namespace imapscope::sasl
