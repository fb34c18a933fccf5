// Text in the charsets of mail, as UTF-8.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace imapscope {

/// US-ASCII, UTF-8, ISO-8859-1, ISO-8859-5, ISO-8859-15, Windows-1251, Windows-1252 and KOI8-R, in
/// any case; nothing for others. Octets that are none of the charset's become U+FFFD.
[[nodiscard]] std::optional<std::string> decode_charset(std::string_view octets,
                                                        std::string_view charset);

/// For octets that nobody has named the charset of: UTF-8 where they are, else ISO-8859-1.
[[nodiscard]] std::string decode_unlabelled(std::string_view octets);

}  // namespace imapscope
