// Hands: how many of an audience raised a hand for each answer of a question.
#pragma once

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <vector>

namespace imapscope::gui {

struct Hands {
  std::vector<std::size_t> counts;  ///< one for each option; empty: none were counted

  [[nodiscard]] std::size_t of(std::size_t option) const {
    return option < counts.size() ? counts[option] : 0;
  }
  [[nodiscard]] std::size_t total() const {
    return std::accumulate(counts.begin(), counts.end(), std::size_t{0});
  }
  /// The largest count: what the others are drawn in proportion to.
  [[nodiscard]] std::size_t most() const {
    return counts.empty() ? 0 : *std::max_element(counts.begin(), counts.end());
  }
};

}  // namespace imapscope::gui
