// The character classes of RFC 3501 §9 as one table, since parsing, printing and tokens all ask.
#pragma once

#include <array>
#include <string_view>

namespace imapscope::wire::chars {

enum Class : unsigned char {
  atom = 1,      ///< ATOM-CHAR
  astring = 2,   ///< ASTRING-CHAR
  list = 4,      ///< list-char: an astring that may hold wildcards
  tag = 8,       ///< ASTRING-CHAR without "+"
  name = 16,     ///< ATOM-CHAR without "[", which begins a section
  loose = 32,    ///< what servers write in atoms: anything that ends no atom
  quotable = 64  ///< TEXT-CHAR: may stand in a quoted string
};

constexpr std::array<unsigned char, 256> make_table() {
  std::array<unsigned char, 256> table{};
  for (unsigned c = 1; c < 256; ++c) {
    const auto is_in = [c](std::string_view set) {
      return set.find(static_cast<char>(c)) != std::string_view::npos;
    };
    unsigned classes = 0;
    if (c != '\r' && c != '\n' && c < 0x80) classes |= quotable;
    if (c > 0x20 && c != 0x7f && !is_in("()\"")) classes |= loose;
    if (c > 0x20 && c < 0x7f && !is_in("(){\"\\")) {
      classes |= list;
      if (!is_in("%*")) classes |= astring;
      if (!is_in("%*+")) classes |= tag;
      if (!is_in("%*]")) classes |= atom;
      if (!is_in("%*][")) classes |= name;
    }
    table[c] = static_cast<unsigned char>(classes);
  }
  return table;
}

inline constexpr auto table = make_table();

constexpr bool is(char c, unsigned classes) {
  return (table[static_cast<unsigned char>(c)] & classes) != 0;
}
constexpr bool is_eight_bit(char c) {
  return static_cast<unsigned char>(c) >= 0x80;
}

/// Whether all of `text` is of the class, and there is any.
constexpr bool all_are(std::string_view text, unsigned classes) {
  for (const char c : text) {
    if (!is(c, classes)) return false;
  }
  return !text.empty();
}

}  // namespace imapscope::wire::chars
