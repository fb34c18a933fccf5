#include "sim/imap/encoded_word.h"

#include <algorithm>
#include <array>
#include <optional>

#include "sim/base/ascii.h"
#include "sim/base/base64.h"
#include "sim/base/utf.h"

namespace imapscope {
namespace {

struct EncodedWord {
  std::string text;        // UTF-8
  std::size_t octets = 0;  // from `=?` to `?=`
};

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
    Charset{"US-ASCII", latin_1},          Charset{"ISO-8859-1", latin_1},
    Charset{"ISO-8859-15", latin_9},       Charset{"WINDOWS-1252", windows_1252},
    Charset{"WINDOWS-1251", windows_1251}, Charset{"KOI8-R", koi8_r},
    Charset{"ISO-8859-5", iso_8859_5},
};

std::optional<std::string> to_utf8_from(std::string_view charset, const std::string& bytes) {
  charset = charset.substr(0, charset.find('*'));  // RFC 2231 §5: a language may follow
  if (ascii::equal_ignoring_case(charset, "UTF-8")) {
    if (!is_utf8(bytes)) return std::nullopt;
    return bytes;
  }
  for (const Charset& known : charsets) {
    if (!ascii::equal_ignoring_case(charset, known.name)) continue;
    std::u32string text;
    for (const char c : bytes) text.push_back(known.to_code_point(static_cast<unsigned char>(c)));
    return to_utf8(text);
  }
  return std::nullopt;
}

int hex_digit(char c) {
  if (ascii::is_digit(c)) return c - '0';
  const char upper = ascii::upper(c);
  return upper >= 'A' && upper <= 'F' ? upper - 'A' + 10 : -1;
}

// The Q encoding (RFC 2047 §4.2).
std::optional<std::string> decode_q(std::string_view text) {
  std::string bytes;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '=') {
      bytes.push_back(text[i] == '_' ? ' ' : text[i]);
      continue;
    }
    if (i + 2 >= text.size()) return std::nullopt;
    const int high = hex_digit(text[i + 1]);
    const int low = hex_digit(text[i + 2]);
    if (high < 0 || low < 0) return std::nullopt;
    bytes.push_back(static_cast<char>(high * 16 + low));
    i += 2;
  }
  return bytes;
}

// `=?charset?encoding?text?=` at the beginning of `text`.
std::optional<EncodedWord> encoded_word_at(std::string_view text) {
  if (!text.starts_with("=?")) return std::nullopt;
  const std::size_t encoding = text.find('?', 2);
  if (encoding == std::string_view::npos || encoding + 2 >= text.size() ||
      text[encoding + 2] != '?') {
    return std::nullopt;
  }
  const std::size_t body = encoding + 3;
  const std::size_t end = text.find("?=", body);
  if (end == std::string_view::npos) return std::nullopt;
  const std::string_view inside = text.substr(body, end - body);
  if (inside.find(' ') != std::string_view::npos) return std::nullopt;
  const char how = ascii::upper(text[encoding + 1]);
  const std::optional<std::string> bytes = how == 'B'   ? decode_base64(inside)
                                           : how == 'Q' ? decode_q(inside)
                                                        : std::nullopt;
  if (!bytes) return std::nullopt;
  const auto utf8 = to_utf8_from(text.substr(2, encoding - 2), *bytes);
  if (!utf8) return std::nullopt;
  return EncodedWord{*utf8, end + 2};
}

}  // namespace

std::string decode_encoded_words(std::string_view header) {
  std::string result;
  std::size_t word_end = std::string::npos;  // in `result`, while only white space followed
  while (!header.empty()) {
    if (const auto word = encoded_word_at(header)) {
      if (word_end != std::string::npos) result.resize(word_end);
      result += word->text;
      word_end = result.size();
      header.remove_prefix(word->octets);
      continue;
    }
    if (header.front() != ' ' && header.front() != '\t') word_end = std::string::npos;
    result.push_back(header.front());
    header.remove_prefix(1);
  }
  return result;
}

}  // namespace imapscope
