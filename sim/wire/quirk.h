// Quirks: what real programs write against the grammar, and we read all the same, by name.
// Everything that is not named here is a syntax error.
#pragma once

#include <cstddef>
#include <string_view>

namespace imapscope::wire {

enum class QuirkKind {
  bare_line_feed,        ///< LF without CR
  trailing_space,        ///< a space before the line end
  double_space,          ///< two spaces where the grammar has one
  stray_space,           ///< a space where the grammar has none: `( \Seen )`
  empty_text,            ///< a status response without text
  missing_text_space,    ///< no space after the response code
  eight_bit_text,        ///< octets above 127 outside a literal
  nul_in_literal,        ///< a NUL in a server's literal
  unquoted_special,      ///< an atom holding a character that needs quotes
  atom_for_string,       ///< an atom where a string must stand
  nil_for_string,        ///< NIL where a string must stand
  nil_for_list,          ///< NIL where a list must stand, or the other way round
  empty_list,            ///< () where the grammar wants at least one element
  zero_number,           ///< 0 where numbers begin with 1
  short_day,             ///< a day of one digit without the space before it
  bad_mailbox_encoding,  ///< a mailbox name that is no modified UTF-7
  odd_tag,               ///< a completion under a word that is no tag
  bare_star,             ///< `*` in PERMANENTFLAGS, for `\*`
  missing_condition,     ///< a response code, and no OK, NO or BAD before it
  odd_code,              ///< a response code with arguments of another form
  control_in_text,       ///< a NUL or a CR of its own in the text for people
};

struct Quirk {
  QuirkKind kind;
  std::size_t offset = 0;  ///< into the frame
  friend bool operator==(const Quirk&, const Quirk&) = default;
};

std::string_view name_of(QuirkKind kind);  ///< "bare_line_feed": a row of rules::table

/// A server may be lenient only with what it cannot misread: the others are syntax errors in a
/// client's frame.
bool is_tolerated_from_client(QuirkKind kind);

}  // namespace imapscope::wire
