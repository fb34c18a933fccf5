// A line of the wire as text for people, as the window, the headless tool and lessons write it.
//
// It stands on one line, without its line end. Literals that are long or have several lines fold
// into `{350} …`; what they hide comes line by line for those who open the fold. Octets that are no
// text stay visible as \xNN.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace imapscope::wire {

struct LineText {
  std::string head;               ///< no line end, long literals folded
  std::vector<std::string> body;  ///< what the folds hide; empty where nothing is folded
};

/// A literal of at most this many octets, without a line end in it, stands in line.
inline constexpr std::size_t longest_inline_literal = 40;
/// An opened fold shows this many lines and then says how many more there are.
inline constexpr std::size_t longest_body = 60;

[[nodiscard]] LineText line_text(std::string_view bytes);

/// The other way: CRLF at the end, and each fold filled with as many octets as it announces, so
/// that a line as an author writes it can be judged like one from the wire.
[[nodiscard]] std::string line_bytes(std::string_view head);

/// `bytes` as UTF-8 without control characters: a tab becomes a blank, a line end \r\n, the others
/// and what is not UTF-8 become \xNN.
[[nodiscard]] std::string printable(std::string_view bytes);

/// The octets themselves: "2a 20 33 …", at most `most` of them.
[[nodiscard]] std::string hex(std::string_view bytes, std::size_t most);

}  // namespace imapscope::wire
