#include "sim/lesson/hint.h"

#include <algorithm>
#include <utility>

#include "sim/base/edit_distance.h"

namespace imapscope::lesson {
namespace {

std::string joined(const std::vector<std::string_view>& words) {
  std::string text;
  for (const std::string_view word : words) {
    if (!text.empty()) text += ", ";
    text += word;
  }
  return text;
}

}  // namespace

std::string in_quotes(std::string_view word) {
  return "\"" + std::string(word) + "\"";
}

Said hinted(Said fault, std::string_view word, const std::vector<std::string_view>& words) {
  if (words.empty()) return fault;
  const auto nearest =
      std::min_element(words.begin(), words.end(), [&](std::string_view a, std::string_view b) {
        return edit_distance(word, a) < edit_distance(word, b);
      });
  // Two letters in the wrong order count twice.
  const std::size_t near_enough =
      nearest->size() < 4 ? 1 : std::max<std::size_t>(2, nearest->size() / 3);
  const Said hint = edit_distance(word, *nearest) <= near_enough
                        ? Said("lesson.hint.near", {{"word", in_quotes(*nearest)}})
                        : Said("lesson.hint.all", {{"words", joined(words)}});
  return {"lesson.fault.hinted", {{"fault", std::move(fault)}, {"hint", hint}}};
}

}  // namespace imapscope::lesson
