// Base64 (RFC 4648 §4) and the variant of modified UTF-7 (RFC 3501 §5.1.3: ',' for '/', no
// padding).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace imapscope {

enum class Base64 { standard, mailbox_name };

[[nodiscard]] std::string encode_base64(std::string_view bytes, Base64 alphabet = Base64::standard);

/// Nothing where `text` holds another character, a wrong length, or bits that do not fit.
[[nodiscard]] std::optional<std::string> decode_base64(std::string_view text,
                                                       Base64 alphabet = Base64::standard);

/// Standard base64 as mail carries it: what is no code, line ends among it, is passed over, and
/// missing padding is forgiven (RFC 2045 §6.8).
[[nodiscard]] std::string decode_base64_leniently(std::string_view text);

}  // namespace imapscope
