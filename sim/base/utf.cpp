#include "sim/base/utf.h"

namespace imapscope {
namespace {

struct Decoded {
  char32_t code_point;
  std::size_t length;  // 0: no UTF-8 here
};

/// The shortest form only, no surrogates, nothing above U+10FFFF (RFC 3629 §4).
Decoded decode_one(std::string_view bytes) {
  const auto at = [&bytes](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
  const unsigned first = at(0);
  if (first < 0x80) return {first, 1};
  const std::size_t length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc2 ? 2 : 0;
  if (length == 0 || first > 0xf4 || bytes.size() < length) return {0, 0};
  char32_t c = first & (0x7fU >> length);
  for (std::size_t i = 1; i < length; ++i) {
    if ((at(i) & 0xc0U) != 0x80) return {0, 0};
    c = (c << 6U) | (at(i) & 0x3fU);
  }
  constexpr char32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
  if (c < least[length] || (c >= 0xd800 && c < 0xe000) || c > 0x10ffff) return {0, 0};
  return {c, length};
}

}  // namespace

std::u32string code_points_of(std::string_view utf8) {
  std::u32string code_points;
  while (!utf8.empty()) {
    const Decoded decoded = decode_one(utf8);
    code_points += decoded.length == 0 ? U'\ufffd' : decoded.code_point;
    utf8.remove_prefix(decoded.length == 0 ? 1 : decoded.length);
  }
  return code_points;
}

std::string to_utf8(std::u32string_view code_points) {
  std::string bytes;
  const auto tail = [&bytes](char32_t c, unsigned shift) {
    bytes += static_cast<char>(0x80U | ((c >> shift) & 0x3fU));
  };
  for (const char32_t c : code_points) {
    if (c < 0x80) {
      bytes += static_cast<char>(c);
    } else if (c < 0x800) {
      bytes += static_cast<char>(0xc0U | (c >> 6U));
      tail(c, 0);
    } else if (c < 0x10000) {
      bytes += static_cast<char>(0xe0U | (c >> 12U));
      tail(c, 6);
      tail(c, 0);
    } else {
      bytes += static_cast<char>(0xf0U | (c >> 18U));
      tail(c, 12);
      tail(c, 6);
      tail(c, 0);
    }
  }
  return bytes;
}

bool is_utf8(std::string_view bytes) {
  while (!bytes.empty()) {
    const std::size_t length = utf8_length(bytes);
    if (length == 0) return false;
    bytes.remove_prefix(length);
  }
  return true;
}

std::size_t utf8_length(std::string_view bytes) {
  return bytes.empty() ? 0 : decode_one(bytes).length;
}

std::string_view cut_at_character(std::string_view utf8, std::size_t most) {
  if (utf8.size() <= most) return utf8;
  while (most > 0 && continues_character(utf8[most])) --most;
  return utf8.substr(0, most);
}

}  // namespace imapscope
