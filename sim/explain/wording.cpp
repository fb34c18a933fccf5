#include "sim/explain/wording.h"

#include "sim/base/ascii.h"
#include "sim/base/letter_case.h"
#include "sim/base/utf.h"

namespace imapscope::explain {
namespace {

constexpr std::uint32_t ordinals_in_words = 12;

/// https://cldr.unicode.org, ordinal rules for en: 1st, 2nd, 3rd, 4th; 11th to 13th; 21st.
std::string_view ordinal_form(std::uint32_t n) {
  const bool teen = n % 100 >= 11 && n % 100 <= 13;
  if (teen) return "other";
  if (n % 10 == 1) return "one";
  if (n % 10 == 2) return "two";
  return n % 10 == 3 ? "few" : "other";
}

std::string bound_in_words(const words::Words& words, std::string_view bound, bool uids) {
  if (bound != "*") return std::string(bound);
  return words(uids ? "explain.set.last_uid" : "explain.set.last_message");
}

std::string range_in_words(const words::Words& words, std::string_view range, bool uids) {
  const std::size_t colon = range.find(':');
  if (colon == std::string_view::npos) return bound_in_words(words, range, uids);
  const std::string_view first = range.substr(0, colon);
  return words("explain.set.range",
               {{"first", first == "*" ? words("explain.set.from_last") : std::string(first)},
                {"last", bound_in_words(words, range.substr(colon + 1), uids)}});
}

std::size_t octets_of_first_letter(std::string_view text) {
  std::size_t octets = text.empty() ? 0 : 1;
  while (octets < text.size() && continues_character(text[octets])) ++octets;
  return octets;
}

}  // namespace

std::string capital(std::string_view sentence) {
  const std::size_t first = octets_of_first_letter(sentence);
  return in_capitals(sentence.substr(0, first)).append(sentence.substr(first));
}

std::string ordinal(const words::Words& words, std::uint32_t n) {
  if (n >= 1 && n <= ordinals_in_words) return words("explain.ordinal." + std::to_string(n));
  return words("explain.ordinal.beyond." + std::string(ordinal_form(n)), {{"number", n}});
}

std::string enumerated(const words::Words& words, const std::vector<std::string>& parts) {
  std::string all;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const bool last = i + 1 == parts.size();
    all = i == 0 ? parts[i]
                 : words(last ? "explain.enumeration.last" : "explain.enumeration.more",
                         {{"before", all}, {"next", parts[i]}});
  }
  return all;
}

std::string set_in_words(const words::Words& words, std::string_view set, bool uids) {
  std::vector<std::string> parts;
  while (!set.empty()) {
    const std::size_t comma = set.find(',');
    parts.push_back(range_in_words(words, set.substr(0, comma), uids));
    set.remove_prefix(comma == std::string_view::npos ? set.size() : comma + 1);
  }
  return enumerated(words, parts);
}

std::string flag_meaning(const words::Words& words, std::string_view flag) {
  const std::string key = "explain.flag." + ascii::to_upper(flag);
  if (words.has(key)) return words(key);
  return words(flag.starts_with('\\') ? "explain.flag.of_extension" : "explain.flag.of_clients");
}

std::string both(std::string_view rev1, std::string_view rev2) {
  if (rev2.empty() || rev1 == rev2) return std::string(rev1);
  if (rev1.empty()) return std::string(rev2);
  return std::string(rev1) + ", " + std::string(rev2);
}

std::string both(const Standard& standard) {
  return both(standard.rev1, standard.rev2);
}

}  // namespace imapscope::explain
