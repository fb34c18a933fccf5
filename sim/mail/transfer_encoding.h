// How a body's octets are written in a message: base64, quoted-printable, or as they are.
#pragma once

#include <string>
#include <string_view>

namespace imapscope::mail {

/// The octets of a body (RFC 2045 §6). Lenient: what is no code is passed over (base64) or kept
/// (quoted-printable). An unknown encoding is none.
[[nodiscard]] std::string decode_transfer(std::string_view body, std::string_view encoding);

}  // namespace imapscope::mail
