// UTF-8 and code points. Bytes that are no UTF-8 become U+FFFD, one for each, so that nothing is
// lost silently and the picture never depends on a locale.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace imapscope {

[[nodiscard]] std::u32string code_points_of(std::string_view utf8);
[[nodiscard]] std::string to_utf8(std::u32string_view code_points);
[[nodiscard]] bool is_utf8(std::string_view bytes);
/// Whether `octet` goes on with a character that began before it.
[[nodiscard]] constexpr bool continues_character(char octet) {
  return (static_cast<unsigned char>(octet) & 0xC0U) == 0x80U;
}
/// The beginning of `utf8`: at most `most` octets, and no half a character at its end.
[[nodiscard]] std::string_view cut_at_character(std::string_view utf8, std::size_t most);
/// Octets of the code point at the front of `bytes`; 0 where there is none.
[[nodiscard]] std::size_t utf8_length(std::string_view bytes);

}  // namespace imapscope
