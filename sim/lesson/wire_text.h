// A line of the wire as lessons write it: on one line, without its line end, long literals folded
// as `{350} …`.
#pragma once

#include <string>
#include <string_view>

namespace imapscope::lesson {

/// Literals of at most this many octets, without a line end in them, stand in line.
inline constexpr std::size_t longest_inline_literal = 40;

/// Control characters and what is not UTF-8 become \xNN, so it is safe to print.
[[nodiscard]] std::string wire_text(std::string_view bytes);

/// The other way: CRLF at the end, and each fold filled with as many octets as it announces, so
/// that a line as an author writes it can be judged like one from the wire.
[[nodiscard]] std::string wire_bytes(std::string_view text);

}  // namespace imapscope::lesson
