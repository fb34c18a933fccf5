// Words for explanations: numbers, sets, flags, in sentences of the viewer's language.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sim/imap/table.h"
#include "sim/words/words.h"

namespace imapscope::explain {

/// "the message has been read." → "The message has been read."
[[nodiscard]] std::string capital(std::string_view sentence);
/// "first", "second", … "twelfth"; "13th".
[[nodiscard]] std::string ordinal(const words::Words& words, std::uint32_t n);
/// "a, b and c".
[[nodiscard]] std::string enumerated(const words::Words& words,
                                     const std::vector<std::string>& parts);
/// A set as written, `2:4,7,9:*`, in words: "2 to 4, 7 and 9 to the last".
[[nodiscard]] std::string set_in_words(const words::Words& words, std::string_view set, bool uids);
/// What a flag says of a message: "The message has been read."
[[nodiscard]] std::string flag_meaning(const words::Words& words, std::string_view flag);
/// "RFC 3501 §7.4.1" is shown; here both standards are joined: "3501 §7.4.1, 9051 §7.5.1".
[[nodiscard]] std::string both(std::string_view rev1, std::string_view rev2);
[[nodiscard]] std::string both(const Standard& standard);

}  // namespace imapscope::explain
