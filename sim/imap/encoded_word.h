// Encoded words (RFC 2047): how a header carries text beyond ASCII.
#pragma once

#include <string>
#include <string_view>

namespace imapscope {

/// `header` (unfolded) with its encoded words as UTF-8. White space between two of them goes
/// (§6.2). Known charsets: UTF-8, US-ASCII, ISO-8859-1, ISO-8859-15, Windows-1252, KOI8-R,
/// ISO-8859-5 and Windows-1251; a word in another charset, or one that is broken, stays as it is.
[[nodiscard]] std::string decode_encoded_words(std::string_view header);

}  // namespace imapscope
