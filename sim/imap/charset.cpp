#include "sim/imap/charset.h"

#include <algorithm>
#include <array>
#include <utility>

#include "sim/base/ascii.h"
#include "sim/base/utf.h"

namespace imapscope {
namespace {

// The upper halves of the charsets, from 0x80 on; U+FFFD where there is nothing.
constexpr std::u32string_view windows_1252_low =
    U"€\uFFFD‚ƒ„…†‡ˆ‰Š‹Œ\uFFFDŽ\uFFFD\uFFFD‘’“”•–—˜™š›œ\uFFFDžŸ";
constexpr std::u32string_view windows_1251_low =
    U"ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\uFFFD™љ›њќћџ\u00A0ЎўЈ¤Ґ¦§Ё©Є«¬\u00AD®Ї°±Ііґµ¶·ё№є»јЅѕї";
constexpr std::u32string_view koi8_r_high =
    U"юабцдефгхийклмнопярстужвьызшэщчъЮАБЦДЕФГХИЙКЛМНОПЯРСТУЖВЬЫЗШЭЩЧЪ";

using ToCodePoint = char32_t (*)(unsigned char);

char32_t latin_1(unsigned char c) {
  return c;
}
char32_t latin_9(unsigned char c) {
  constexpr std::array<std::pair<unsigned char, char32_t>, 8> differs{{{0xA4, U'€'},
                                                                       {0xA6, U'Š'},
                                                                       {0xA8, U'š'},
                                                                       {0xB4, U'Ž'},
                                                                       {0xB8, U'ž'},
                                                                       {0xBC, U'Œ'},
                                                                       {0xBD, U'œ'},
                                                                       {0xBE, U'Ÿ'}}};
  const auto* at =
      std::find_if(differs.begin(), differs.end(), [c](const auto& d) { return d.first == c; });
  return at == differs.end() ? c : at->second;
}
char32_t windows_1252(unsigned char c) {
  return c >= 0x80 && c < 0xA0 ? windows_1252_low[c - 0x80U] : c;
}
char32_t windows_1251(unsigned char c) {
  if (c < 0x80) return c;
  return c < 0xC0 ? windows_1251_low[c - 0x80U] : U'А' + (c - 0xC0U);
}
char32_t koi8_r(unsigned char c) {
  if (c < 0x80) return c;
  if (c == 0xA3) return U'ё';
  if (c == 0xB3) return U'Ё';
  return c < 0xC0 ? U'\uFFFD' : koi8_r_high[c - 0xC0U];
}
char32_t iso_8859_5(unsigned char c) {
  if (c < 0xA1 || c == 0xAD) return c;
  if (c == 0xF0) return U'№';
  if (c == 0xFD) return U'§';
  return 0x0401U + (c - 0xA1U);
}

struct Charset {
  std::string_view name;
  ToCodePoint to_code_point;
};
constexpr std::array charsets{
    Charset{"ISO-8859-1", latin_1},
    Charset{"ISO-8859-15", latin_9},
    Charset{"WINDOWS-1252", windows_1252},
    Charset{"WINDOWS-1251", windows_1251},
    Charset{"KOI8-R", koi8_r},
    Charset{"ISO-8859-5", iso_8859_5},
};

std::string decode(std::string_view octets, ToCodePoint to_code_point) {
  std::u32string text;
  for (const char c : octets) text += to_code_point(static_cast<unsigned char>(c));
  return to_utf8(text);
}

}  // namespace

std::optional<std::string> decode_charset(std::string_view octets, std::string_view charset) {
  using ascii::equal_ignoring_case;
  if (equal_ignoring_case(charset, "UTF-8") || equal_ignoring_case(charset, "US-ASCII")) {
    return is_utf8(octets) ? std::string(octets) : to_utf8(code_points_of(octets));
  }
  for (const Charset& known : charsets) {
    if (equal_ignoring_case(charset, known.name)) return decode(octets, known.to_code_point);
  }
  return std::nullopt;
}

std::string decode_unlabelled(std::string_view octets) {
  return is_utf8(octets) ? std::string(octets) : decode(octets, latin_1);
}

}  // namespace imapscope
