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

/// `sound` is UTF-8.
std::string mapped(const std::string& sound, int options) {
  utf8proc_uint8_t* result = nullptr;
  const utf8proc_ssize_t size =
      utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(sound.data()),
                   static_cast<utf8proc_ssize_t>(sound.size()), &result,
                   static_cast<utf8proc_option_t>(options));
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(result, &std::free);
  if (size < 0) return sound;  // there is no memory for it
  return {reinterpret_cast<const char*>(result), static_cast<std::size_t>(size)};
}

}  // namespace

std::string fold_case(std::string_view utf8) {
  if (is_ascii(utf8)) return ascii::to_lower(utf8);
  return mapped(to_utf8(code_points_of(utf8)),
                UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD);
}

std::string collation_key(std::string_view utf8) {
  if (is_ascii(utf8)) return ascii::to_upper(utf8);
  std::u32string letters = code_points_of(utf8);
  for (char32_t& letter : letters) {
    letter = static_cast<char32_t>(utf8proc_totitle(static_cast<utf8proc_int32_t>(letter)));
  }
  const std::string titles = to_utf8(letters);
  return mapped(titles, UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT);
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
