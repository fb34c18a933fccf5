#include "sim/mail/fold_case.h"

#include <algorithm>

#include "sim/base/ascii.h"
#include "sim/base/utf.h"

namespace imapscope::mail {
namespace {

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return (c & '\x80') == 0; });
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

}  // namespace

std::string fold_case(std::string_view utf8) {
  if (is_ascii(utf8)) return ascii::to_lower(utf8);
  std::u32string code_points = code_points_of(utf8);
  std::transform(code_points.begin(), code_points.end(), code_points.begin(), fold);
  return to_utf8(code_points);
}

}  // namespace imapscope::mail
