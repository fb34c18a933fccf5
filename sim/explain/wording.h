// Words for explanations: numbers, sets, flags and items, in sentences.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "sim/imap/numbers.h"

namespace imapscope::explain {

/// "first", "second", … "twelfth"; "13th".
[[nodiscard]] std::string ordinal(std::uint32_t n);
/// "the message has been read" → "The message has been read."
[[nodiscard]] std::string sentence(std::string words);
/// "1 message", "3 messages".
[[nodiscard]] std::string count_of(std::uint64_t n, std::string_view what);
/// A set as written, `2:4,7,9:*`, in words: "2 to 4, 7 and 9 to the last".
[[nodiscard]] std::string set_in_words(std::string_view set);
/// What a flag says of a message: "the message has been read".
[[nodiscard]] std::string flag_meaning(std::string_view flag);
/// "RFC 3501 §7.4.1" is shown; here both standards are joined: "3501 §7.4.1, 9051 §7.5.1".
[[nodiscard]] std::string both(std::string_view rev1, std::string_view rev2);

}  // namespace imapscope::explain
