// Encoded words (RFC 2047): how a header carries text beyond ASCII.
#pragma once

#include <string>
#include <string_view>

namespace imapscope {

/// `header` (unfolded) as UTF-8, its encoded words made readable. White space between two of them
/// goes (§6.2). What cannot be decoded stays as it is.
[[nodiscard]] std::string decode_encoded_words(std::string_view header);

}  // namespace imapscope
