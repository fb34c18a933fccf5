// Where IMAP makes a client wait: it may send on only when the server has said `+` (RFC 3501 §7.5).
// Each handshake stands in the file of its command family; client.cpp does the waiting.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "sim/sasl/sasl.h"
#include "sim/wire/framer.h"

namespace imapscope::client {

/// A command's line, without its line end: the tag, the verb, and so on.
using Words = std::span<const std::string_view>;

// --- auth.cpp ---

/// Behind the OK to STARTTLS the client begins TLS, and sends nothing else before (RFC 3501
/// §6.2.1).
[[nodiscard]] bool starts_tls(Words command);

/// After AUTHENTICATE the SASL response waits, unless it came with the command (RFC 3501 §6.2.2,
/// RFC 4959 §3).
[[nodiscard]] bool sasl_response_waits(Words command);

/// The mechanism whose response waits so; null where it is none that the client can speak.
[[nodiscard]] const sasl::Mechanism* sasl_mechanism_of(Words command);

// --- session.cpp ---

/// Behind the OK to COMPRESS the client compresses all that it sends (RFC 4978 §3).
[[nodiscard]] bool begins_compression(Words command);
/// Behind UNAUTHENTICATE it does so no longer (RFC 8437 §4.1).
[[nodiscard]] bool ends_compression(Words command);

// --- idle.cpp ---

/// After IDLE the DONE waits until the server idles (RFC 2177 §3).
[[nodiscard]] bool done_waits(Words command);

// --- append.cpp ---

/// A literal that a command announced by its octets: APPEND's message, or any other string (RFC
/// 3501 §4.3).
struct Literal {
  bool waits;                  ///< a synchronizing one, "{5}"; "{5+}" does not (RFC 7888 §4)
  std::size_t command_octets;  ///< of the command, up to the literal's last octet
};

[[nodiscard]] Literal announced_by(const wire::LiteralAhead& ahead);
/// The command was typed to the last octet of its literal and no further: its line has no end yet.
[[nodiscard]] bool lacks_line_end(const Literal& literal, std::string_view command);

}  // namespace imapscope::client
