// How a body's octets are written in a message: base64, quoted-printable, or as they are.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace imapscope::mail {

/// The octets of a body (RFC 2045 §6). Lenient: what is no code is passed over (base64) or kept
/// (quoted-printable). An unknown encoding is none.
[[nodiscard]] std::string decode_transfer(std::string_view body, std::string_view encoding);

/// Whether it can be taken off: those of RFC 2045 §6.
[[nodiscard]] bool is_known_encoding(std::string_view encoding);

/// A message that came as a literal8, made fit for a mailbox: parts of the encoding `binary` get
/// base64 in its place (RFC 3516 §4.4, §6). Nothing where a NUL would still be left.
[[nodiscard]] std::optional<std::string> without_binary(std::string_view message);

}  // namespace imapscope::mail
