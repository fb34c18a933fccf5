// Quirks: what real programs write against the grammar, and we read all the same, by name.
// Everything that is not named here is a syntax error.
#pragma once

#include <cstddef>
#include <string_view>

namespace imapscope::wire {

enum class QuirkKind {
  bare_line_feed,      ///< LF without CR
  trailing_space,      ///< a space before the line end
  double_space,        ///< two spaces where the grammar has one
  empty_text,          ///< a status response without text
  missing_text_space,  ///< no space after the response code
  eight_bit_text,      ///< octets above 127 outside a literal
  unquoted_special,    ///< an atom holding a character that needs quotes
  nil_for_list,        ///< NIL where a list must stand, or the other way round
};

struct Quirk {
  QuirkKind kind;
  std::size_t offset = 0;  ///< into the frame
  friend bool operator==(const Quirk&, const Quirk&) = default;
};

std::string_view describe(QuirkKind kind);  ///< one sentence, without the place

}  // namespace imapscope::wire
