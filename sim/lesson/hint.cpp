#include "sim/lesson/hint.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace imapscope::lesson {
namespace {

/// Levenshtein's distance: how many letters must be added, removed or changed.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i + 1;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t changed = diagonal + (a[i] == b[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({row[j] + 1, row[j + 1] + 1, changed});
    }
  }
  return row.back();
}

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
        return distance(word, a) < distance(word, b);
      });
  // Two letters in the wrong order count twice.
  const std::size_t near_enough =
      nearest->size() < 4 ? 1 : std::max<std::size_t>(2, nearest->size() / 3);
  const Said hint = distance(word, *nearest) <= near_enough
                        ? Said("lesson.hint.near", {{"word", in_quotes(*nearest)}})
                        : Said("lesson.hint.all", {{"words", joined(words)}});
  return {"lesson.fault.hinted", {{"fault", std::move(fault)}, {"hint", hint}}};
}

}  // namespace imapscope::lesson
