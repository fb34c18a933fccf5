// Where in a line that stands which a finding is about: the judge knows values, and these look up
// their octets. Asked only where there is something to report.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "sim/belief/line.h"

namespace imapscope::observer {

/// What stands at that octet, from there to its end: a token, a word of the text, or spaces with
/// what they lead to.
[[nodiscard]] rules::Place place_at(std::string_view bytes, std::size_t offset);
/// The tag, or what stands for it: the line's first word.
[[nodiscard]] rules::Place place_of_tag(std::string_view bytes);
/// The line's name: "UID FETCH" of a command, "EXISTS" of data.
[[nodiscard]] rules::Place place_of_name(const Line& line);
/// The token behind the name: the messages of FETCH, the mailbox of SELECT.
[[nodiscard]] rules::Place place_behind_name(const Line& line);

// The first of them, in any case, that is no tag; the whole line where there is none.
[[nodiscard]] rules::Place place_of_word(std::string_view bytes, std::string_view word);
/// A number by itself, or in a set; from the octet `from` on.
[[nodiscard]] rules::Place place_of_number(std::string_view bytes, std::uint64_t number,
                                           std::size_t from = 0);
/// The number behind the word UID, in FETCH data.
[[nodiscard]] rules::Place place_of_uid(std::string_view bytes, Uid uid);

}  // namespace imapscope::observer
