#include "sim/mail/charset.h"

#include <algorithm>

#include "sim/base/ascii.h"
#include "sim/base/base64.h"
#include "sim/base/utf.h"

namespace imapscope::mail {
namespace {

using ascii::equal_ignoring_case;

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return (c & '\x80') == 0; });
}

std::string decode_latin1(std::string_view octets) {
  std::u32string code_points;
  for (const char c : octets) code_points += static_cast<unsigned char>(c);
  return to_utf8(code_points);
}

/// ISO-8859-1 with letters and signs in place of the control characters from 0x80.
std::string decode_windows_1252(std::string_view octets) {
  static constexpr char32_t upper_controls[] = {
      0x20ac, 0xfffd, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
      0x2039, 0x0152, 0xfffd, 0x017d, 0xfffd, 0xfffd, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
      0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0xfffd, 0x017e, 0x0178};
  std::u32string code_points;
  for (const char c : octets) {
    const auto octet = static_cast<unsigned char>(c);
    code_points += octet >= 0x80 && octet < 0xa0 ? upper_controls[octet - 0x80] : octet;
  }
  return to_utf8(code_points);
}

constexpr bool is_between(char32_t c, char32_t first, char32_t last) {
  return first <= c && c <= last;
}

char32_t fold(char32_t c) {
  if (c < 0x80) return static_cast<char32_t>(ascii::lower(static_cast<char>(c)));
  if (c == 0xb5) return 0x3bc;                                     // micro sign: Greek mu
  if (is_between(c, 0xc0, 0xde)) return c == 0xd7 ? c : c + 0x20;  // Latin-1
  if (c == 0x130) return 'i';                                      // Turkish dotted I
  if (c == 0x178) return 0xff;                                     // Y with diaeresis
  if (c == 0x17f) return 's';                                      // long s
  if (is_between(c, 0x139, 0x148) || is_between(c, 0x179, 0x17e)) return c + (c & 1);
  if (is_between(c, 0x100, 0x177) && c != 0x131 && c != 0x138) return c | 1;  // Latin Extended-A
  if (c == 0x386) return 0x3ac;                                               // Greek with accents
  if (is_between(c, 0x388, 0x38a)) return c + 37;
  if (c == 0x38c) return 0x3cc;
  if (is_between(c, 0x38e, 0x38f)) return c + 63;
  if (is_between(c, 0x391, 0x3ab)) return c + 0x20;
  if (c == 0x3c2) return 0x3c3;                      // final sigma
  if (is_between(c, 0x400, 0x40f)) return c + 0x50;  // Cyrillic
  if (is_between(c, 0x410, 0x42f)) return c + 0x20;
  if (is_between(c, 0x4c1, 0x4ce)) return c + (c & 1);
  if (is_between(c, 0x460, 0x481) || is_between(c, 0x48a, 0x4bf) || is_between(c, 0x4d0, 0x52f)) {
    return c | 1;
  }
  if (is_between(c, 0x1e00, 0x1e95) || is_between(c, 0x1ea0, 0x1eff)) return c | 1;
  return c;
}

std::optional<char> hex_octet(std::string_view digits) {
  if (digits.size() < 2) return std::nullopt;
  int value = 0;
  for (const char digit : digits.substr(0, 2)) {
    const char c = ascii::lower(digit);
    if (ascii::is_digit(c)) {
      value = value * 16 + (c - '0');
    } else if (c >= 'a' && c <= 'f') {
      value = value * 16 + (c - 'a' + 10);
    } else {
      return std::nullopt;
    }
  }
  return static_cast<char>(value);
}

/// RFC 2047 §4.2.
std::string decode_q(std::string_view text) {
  std::string octets;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto octet = text[i] == '=' ? hex_octet(text.substr(i + 1)) : std::nullopt;
    octets += octet ? *octet : text[i] == '_' ? ' ' : text[i];
    if (octet) i += 2;
  }
  return octets;
}

/// RFC 2045 §6.7.
std::string decode_quoted_printable(std::string_view body) {
  std::string octets;
  for (std::size_t i = 0; i < body.size(); ++i) {
    if (body[i] != '=') {
      octets += body[i];
      continue;
    }
    const std::string_view behind = body.substr(i + 1);
    const auto word_end = std::min(behind.find_first_not_of(" \t"), behind.size());
    const std::string_view line_end = behind.substr(word_end);
    if (const auto octet = hex_octet(behind)) {
      octets += *octet;
      i += 2;
    } else if (line_end.empty() || line_end.starts_with("\r\n")) {
      i += word_end + 2;  // a soft line break
    } else {
      octets += '=';
    }
  }
  return octets;
}

std::string decode_base64_leniently(std::string_view body) {
  const auto is_code = [](char c) {
    return ascii::is_alpha(c) || ascii::is_digit(c) || c == '+' || c == '/';
  };
  std::string octets;
  std::string group;
  const auto end_group = [&] {
    if (group.size() < 2) return;
    const std::size_t count = group.size() - 1;
    // The bits behind the last octet count for nothing, so they need not be zero.
    group.resize(4, 'A');
    octets += decode_base64(group).value_or("").substr(0, count);
    group.clear();
  };
  for (const char c : body) {
    if (c == '=') {
      end_group();
      group.clear();
    } else if (is_code(c)) {
      group += c;
      if (group.size() == 4) end_group();
    }
  }
  end_group();
  return octets;
}

/// `=?charset?q?text?=`.
struct EncodedWord {
  std::string text;        // UTF-8
  std::size_t length = 0;  // of the whole word
};

std::optional<EncodedWord> encoded_word_at(std::string_view value) {
  if (!value.starts_with("=?")) return std::nullopt;
  const auto charset_end = value.find('?', 2);
  if (charset_end == std::string_view::npos) return std::nullopt;
  const auto encoding_end = value.find('?', charset_end + 1);
  if (encoding_end != charset_end + 2) return std::nullopt;
  const auto end = value.find("?=", encoding_end + 1);
  if (end == std::string_view::npos) return std::nullopt;
  std::string_view charset = value.substr(2, charset_end - 2);
  charset = charset.substr(0, charset.find('*'));  // a language (RFC 2231 §5)
  const std::string_view text = value.substr(encoding_end + 1, end - encoding_end - 1);
  const char encoding = ascii::lower(value[charset_end + 1]);
  if (encoding != 'q' && encoding != 'b') return std::nullopt;
  auto utf8 =
      decode_charset(encoding == 'q' ? decode_q(text) : decode_base64_leniently(text), charset);
  if (!utf8) return std::nullopt;
  return EncodedWord{std::move(*utf8), end + 2};
}

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

}  // namespace

std::optional<std::string> decode_charset(std::string_view octets, std::string_view charset) {
  if (equal_ignoring_case(charset, "UTF-8") || equal_ignoring_case(charset, "US-ASCII")) {
    return is_utf8(octets) ? std::string(octets) : to_utf8(code_points_of(octets));
  }
  if (equal_ignoring_case(charset, "ISO-8859-1")) return decode_latin1(octets);
  if (equal_ignoring_case(charset, "Windows-1252")) return decode_windows_1252(octets);
  return std::nullopt;
}

std::string decode_unlabelled(std::string_view octets) {
  return is_utf8(octets) ? std::string(octets) : decode_latin1(octets);
}

std::string fold_case(std::string_view utf8) {
  if (is_ascii(utf8)) return ascii::to_lower(utf8);
  std::u32string code_points = code_points_of(utf8);
  std::transform(code_points.begin(), code_points.end(), code_points.begin(), fold);
  return to_utf8(code_points);
}

std::string decode_encoded_words(std::string_view value) {
  std::string decoded;
  std::size_t plain = 0;  // where the text since the last encoded word begins
  bool is_behind_word = false;
  for (std::size_t i = value.find("=?"); i != std::string_view::npos; i = value.find("=?", i)) {
    const auto word = encoded_word_at(value.substr(i));
    if (!word) {
      i += 2;
      continue;
    }
    const std::string_view between = value.substr(plain, i - plain);
    // Blanks between two encoded words are not part of the text (RFC 2047 §6.2).
    if (!is_behind_word || !is_blank(between)) decoded += decode_unlabelled(between);
    decoded += word->text;
    i += word->length;
    plain = i;
    is_behind_word = true;
  }
  return decoded + decode_unlabelled(value.substr(plain));
}

std::string decode_transfer(std::string_view body, std::string_view encoding) {
  if (equal_ignoring_case(encoding, "quoted-printable")) return decode_quoted_printable(body);
  if (equal_ignoring_case(encoding, "base64")) return decode_base64_leniently(body);
  return std::string(body);
}

}  // namespace imapscope::mail
