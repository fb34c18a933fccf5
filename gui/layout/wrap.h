// Where a line of the wire breaks when it has not room on one.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace imapscope::gui {

/// How many octets of `text` the first line takes where `columns` fit: all, or up to the last blank
/// before a token that does not fit, or `columns` where the first token alone is longer.
[[nodiscard]] std::size_t wrap_at_token(std::string_view text, std::size_t columns);

/// All of `text` in lines of that width; a blank at which it breaks ends its line. At least one.
[[nodiscard]] std::vector<std::string_view> wrapped_lines(std::string_view text,
                                                          std::size_t columns);

}  // namespace imapscope::gui
