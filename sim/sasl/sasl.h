// SASL (RFC 4422): THE TABLE OF MECHANISMS, how a server asks and how a client answers, without any
// protocol around it. Each mechanism is a row and a file; IMAP, POP3 and SMTP carry its messages in
// base64. Deterministic: what is random comes in from outside.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>

namespace imapscope::sasl {

/// What a server knows, and a mechanism may ask.
class Authority {
 public:
  Authority() = default;
  Authority(const Authority&) = delete;
  Authority& operator=(const Authority&) = delete;
  virtual ~Authority() = default;

  /// Nothing where there is no such user. It is also the token that stands for the user.
  [[nodiscard]] virtual std::optional<std::string> password_of(std::string_view user) const = 0;
  /// Whom something beside SASL has proved the client to be; empty: nobody (RFC 4422 §A).
  [[nodiscard]] virtual std::string proved_outside() const = 0;
};

/// One exchange, as one end remembers it between two messages. A value.
struct Exchange {
  unsigned round = 0;      ///< messages that it has read
  std::string nonce;       ///< of this end, made of chance: given before it begins
  std::string user;        ///< of the server: whom the client claims to be; of the client: itself
  std::string password;    ///< of the client
  std::string transcript;  ///< what both have said, as far as a proof is made of it
  std::string proof;       ///< that the other end must show
};

// What a server makes of a message.
struct Challenge {
  std::string octets;
};
struct Admitted {
  std::string user;
};
struct Refused {
  enum class Why {
    wrong,         ///< user, password or proof
    not_entitled,  ///< to act as somebody else
    malformed,     ///< it is no message of the mechanism
    impossible,    ///< the mechanism cannot be had here
  };
  Why why = Why::wrong;
  std::string_view text;
};
using Step = std::variant<Challenge, Admitted, Refused>;

struct Mechanism {
  std::string_view name;
  std::string_view rfc;
  bool tells_password;  ///< whoever hears the exchange knows it: TLS first
  bool needs_digests;   ///< and so OpenSSL (codec/digest.h)
  /// What the server says before the client has said anything; null: the client begins.
  std::string (*ask)(Exchange& exchange);
  Step (*serve)(Exchange& exchange, std::string_view message, const Authority& authority);
  /// The client's answer to a challenge; nothing where it gives up. An empty challenge asks it to
  /// begin.
  std::optional<std::string> (*answer)(Exchange& exchange, std::string_view challenge);
};

[[nodiscard]] std::span<const Mechanism> mechanisms();
/// Ignores case; null for one that is not known.
[[nodiscard]] const Mechanism* find_mechanism(std::string_view name);

/// Text of the alphabet of base64, by chance: a nonce.
[[nodiscard]] std::string nonce_of(std::uint64_t first, std::uint64_t second);

// ---- messages of `attribute=value,…` (RFC 5802 §5.1) ----

/// The value behind `name=`; nothing where it is not there.
[[nodiscard]] std::optional<std::string> attribute(std::string_view message, char name);

}  // namespace imapscope::sasl
