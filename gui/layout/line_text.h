// A line of the wire as text that can be set in one line of a face.
//
// Literals that are long or have several lines fold into `{350} …`; what they hide comes line by
// line for those who open the fold. Octets that are no text stay visible as \xNN.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace imapscope::gui {

struct LineText {
  std::string head;               ///< the label: no line end, long literals folded
  std::vector<std::string> body;  ///< what the folds hide; empty where nothing is folded
};

/// A literal of at most this many octets, without a line end in it, is set in line.
inline constexpr std::size_t longest_inline_literal = 40;
/// An opened fold shows this many lines and then says how many more there are.
inline constexpr std::size_t longest_body = 60;

[[nodiscard]] LineText line_text(std::string_view bytes);

/// `bytes` as UTF-8 without control characters: a tab becomes a blank, a line end \r\n, the others
/// and what is not UTF-8 become \xNN.
[[nodiscard]] std::string printable(std::string_view bytes);

/// The octets themselves: "2a 20 33 …", at most `most` of them.
[[nodiscard]] std::string hex(std::string_view bytes, std::size_t most);

}  // namespace imapscope::gui
