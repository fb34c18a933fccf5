#include "sim/explain/wording.h"

#include <array>
#include <vector>

#include "sim/base/ascii.h"

namespace imapscope::explain {
namespace {

constexpr std::array<std::string_view, 12> ordinals{"first", "second", "third",    "fourth",
                                                    "fifth", "sixth",  "seventh",  "eighth",
                                                    "ninth", "tenth",  "eleventh", "twelfth"};

std::string bound_in_words(std::string_view bound) {
  return bound == "*" ? "the last" : std::string(bound);
}

std::string range_in_words(std::string_view range) {
  const std::size_t colon = range.find(':');
  if (colon == std::string_view::npos) return bound_in_words(range);
  return bound_in_words(range.substr(0, colon)) + " to " + bound_in_words(range.substr(colon + 1));
}

struct FlagWords {
  std::string_view flag;
  std::string_view meaning;
};
constexpr std::array flag_words{
    FlagWords{"\\Seen", "the message has been read"},
    FlagWords{"\\Answered", "the message has been answered"},
    FlagWords{"\\Flagged", "the message is marked for special attention"},
    FlagWords{"\\Deleted", "the message is marked for removal; EXPUNGE will remove it"},
    FlagWords{"\\Draft", "the message is a draft, not finished yet"},
    FlagWords{"\\Recent",
              "the message is new: this session is the first to be told of it; no client can set "
              "or clear "
              "this flag"},
    FlagWords{"\\*", "clients may make up new keywords, and the mailbox keeps them"},
    FlagWords{"$Forwarded", "the message has been forwarded"},
    FlagWords{"$MDNSent", "a receipt for the message was sent, or refused"},
    FlagWords{"$Junk", "the message was judged to be spam"},
    FlagWords{"$NotJunk", "the message was judged not to be spam"},
    FlagWords{"$Phishing", "the message was judged to be fraud"},
};

}  // namespace

std::string ordinal(std::uint32_t n) {
  if (n >= 1 && n <= ordinals.size()) return std::string(ordinals[n - 1]);
  const std::uint32_t ten = n % 100;
  const std::uint32_t one = n % 10;
  const bool teen = ten >= 11 && ten <= 13;
  const std::string_view ending = teen       ? "th"
                                  : one == 1 ? "st"
                                  : one == 2 ? "nd"
                                  : one == 3 ? "rd"
                                             : "th";
  return std::to_string(n) + std::string(ending);
}

std::string sentence(std::string words) {
  if (words.empty()) return words;
  words.front() = ascii::upper(words.front());
  if (words.back() != '.') words.push_back('.');
  return words;
}

std::string count_of(std::uint64_t n, std::string_view what) {
  return std::to_string(n) + " " + std::string(what) + (n == 1 ? "" : "s");
}

std::string set_in_words(std::string_view set) {
  std::vector<std::string> parts;
  while (!set.empty()) {
    const std::size_t comma = set.find(',');
    parts.push_back(range_in_words(set.substr(0, comma)));
    set.remove_prefix(comma == std::string_view::npos ? set.size() : comma + 1);
  }
  std::string words;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) words += i + 1 == parts.size() ? " and " : ", ";
    words += parts[i];
  }
  return words;
}

std::string flag_meaning(std::string_view flag) {
  for (const FlagWords& words : flag_words) {
    if (ascii::equal_ignoring_case(words.flag, flag)) return std::string(words.meaning);
  }
  return flag.starts_with('\\') ? "a system flag of some extension"
                                : "a keyword that clients made up; only they know what it means";
}

std::string both(std::string_view rev1, std::string_view rev2) {
  if (rev2.empty() || rev1 == rev2) return std::string(rev1);
  return std::string(rev1) + ", " + std::string(rev2);
}

}  // namespace imapscope::explain
