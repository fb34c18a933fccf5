#include "sim/words/plural.h"

namespace imapscope::words {
namespace {

/// https://cldr.unicode.org, plural rules for ru: 1 письмо, 2 письма, 5 писем; 21, 22, 25; 11 to 14
/// are as 5 is.
std::string_view russian_form(std::int64_t number) {
  const std::int64_t last = number % 10;
  const std::int64_t last_two = number % 100;
  if (last == 1 && last_two != 11) return "one";
  if (last >= 2 && last <= 4 && (last_two < 12 || last_two > 14)) return "few";
  return "many";
}

}  // namespace

std::string_view plural_form(std::string_view language, std::int64_t number) {
  const std::int64_t size = number < 0 ? -(number + 1) + 1 : number;
  if (language == "ru") return russian_form(size);
  return size == 1 ? "one" : "other";
}

const std::vector<std::string_view>& plural_forms(std::string_view language) {
  static const std::vector<std::string_view> russian{"one", "few", "many"};
  static const std::vector<std::string_view> english{"one", "other"};
  return language == "ru" ? russian : english;
}

}  // namespace imapscope::words
