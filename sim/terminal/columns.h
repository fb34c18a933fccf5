// Columns of text at a terminal: its width, blanks up to a column, and lines that end before the
// edge.
#pragma once

#include <string>
#include <string_view>

namespace imapscope::terminal {

/// Breaks text at blanks into lines of at most `width` columns, and sets `indent` before each. Line
/// ends in the text stay.
[[nodiscard]] std::string wrapped(std::string_view text, std::size_t width,
                                  std::string_view indent);

/// Columns that UTF-8 text takes: one for each character.
[[nodiscard]] std::size_t columns(std::string_view text);
/// `text` and as many blanks as it lacks to `width` columns.
[[nodiscard]] std::string padded(std::string_view text, std::size_t width);

}  // namespace imapscope::terminal
