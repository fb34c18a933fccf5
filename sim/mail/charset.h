// Text in the charsets of mail, as UTF-8, and compared without regard to case.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace imapscope::mail {

/// US-ASCII, UTF-8, ISO-8859-1 and Windows-1252, in any case; nothing for others. Octets that are
/// none of the charset's become U+FFFD.
[[nodiscard]] std::optional<std::string> decode_charset(std::string_view octets,
                                                        std::string_view charset);

/// For octets that nobody has named the charset of: UTF-8 where they are, else ISO-8859-1.
[[nodiscard]] std::string decode_unlabelled(std::string_view octets);

/// Lower case of Latin, Greek and Cyrillic letters (Unicode's simple folding, without the rest of
/// its table).
[[nodiscard]] std::string fold_case(std::string_view utf8);

/// Encoded words of a header (RFC 2047) made readable. What cannot be decoded stays as it is.
[[nodiscard]] std::string decode_encoded_words(std::string_view value);

/// The octets of a body (RFC 2045 §6). Lenient: what is no code is passed over (base64) or kept
/// (quoted-printable). An unknown encoding is none.
[[nodiscard]] std::string decode_transfer(std::string_view body, std::string_view encoding);

}  // namespace imapscope::mail
