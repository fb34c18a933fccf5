// Choices: a list of numbers from which a test builds a value. RapidCheck makes the list and, when
// a property fails, shrinks it: a shorter list of smaller numbers builds a simpler value, provided
// that 0 is each time the simplest choice.
#pragma once

#include <rapidcheck.h>

#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace imapscope {

class Choices {
 public:
  explicit Choices(std::vector<std::uint32_t> numbers) : numbers_(std::move(numbers)) {}

  /// 0 ≤ result < limit; 0 once the list is used up, so recursions end.
  std::uint32_t below(std::uint32_t limit) {
    return next_ < numbers_.size() ? numbers_[next_++] % limit : 0;
  }
  bool coin() { return below(2) == 1; }
  /// One of `values`; the first where nothing is left.
  template <class T, std::size_t N>
  T one_of(const T (&values)[N]) {
    return values[below(static_cast<std::uint32_t>(N))];
  }
  /// One of Variant's alternatives, filled in by `make(alternative)`.
  template <class Variant, class Make>
  Variant one_alternative(Make make) {
    return alternative_at<Variant, 0>(below(std::variant_size_v<Variant>), make);
  }
  /// A list of at least `fewest` and at most `most` made by `make`.
  template <class Make>
  auto some(std::uint32_t fewest, std::uint32_t most, Make make) {
    std::vector<decltype(make())> list;
    const std::uint32_t count = fewest + below(most - fewest + 1);
    for (std::uint32_t i = 0; i < count; ++i) list.push_back(make());
    return list;
  }

 private:
  template <class Variant, std::size_t I, class Make>
  static Variant alternative_at(std::size_t index, Make& make) {
    if constexpr (I + 1 < std::variant_size_v<Variant>) {
      if (index != I) return alternative_at<Variant, I + 1>(index, make);
    }
    Variant value;
    make(value.template emplace<I>());
    return value;
  }

  std::vector<std::uint32_t> numbers_;
  std::size_t next_ = 0;
};

/// RC_PARAMS in the environment limits the number of tries and repeats a seed.
template <class Property>
void check_with_choices(const char* claim, Property property) {
  const auto numbers = rc::gen::container<std::vector<std::uint32_t>>(
      300, rc::gen::resize(rc::kNominalSize, rc::gen::inRange<std::uint32_t>(0, 1U << 31U)));
  const bool holds = rc::check(claim, [&] { property(Choices(*numbers)); });
  if (!holds) throw std::logic_error(std::string(claim) + " does not hold; see above");
}

}  // namespace imapscope
