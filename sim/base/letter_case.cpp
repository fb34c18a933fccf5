#include "sim/base/letter_case.h"

#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <memory>

#include "sim/base/ascii.h"
#include "sim/base/utf.h"

namespace imapscope {
namespace {

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return (c & '\x80') == 0; });
}

}  // namespace

std::string fold_case(std::string_view utf8) {
  if (is_ascii(utf8)) return ascii::to_lower(utf8);
  std::string sound = to_utf8(code_points_of(utf8));
  utf8proc_uint8_t* folded = nullptr;
  const utf8proc_ssize_t size = utf8proc_map(
      reinterpret_cast<const utf8proc_uint8_t*>(sound.data()),
      static_cast<utf8proc_ssize_t>(sound.size()), &folded,
      static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD));
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(folded, &std::free);
  if (size < 0) return sound;  // there is no memory for it
  return {reinterpret_cast<const char*>(folded), static_cast<std::size_t>(size)};
}

std::string in_capitals(std::string_view utf8) {
  if (is_ascii(utf8)) return ascii::to_upper(utf8);
  std::u32string letters = code_points_of(utf8);
  for (char32_t& letter : letters) {
    letter = static_cast<char32_t>(utf8proc_toupper(static_cast<utf8proc_int32_t>(letter)));
  }
  return to_utf8(letters);
}

}  // namespace imapscope
