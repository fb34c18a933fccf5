// Random: all chance in sim/, from a seed. Same seed, same numbers, on every platform (SplitMix64,
// so no std::*_distribution, whose results differ between standard libraries). A copyable value.
#pragma once

#include <cstdint>

namespace imapscope {

class Random {
 public:
  explicit constexpr Random(std::uint64_t seed) : state_(seed) {}

  constexpr std::uint64_t next() {
    std::uint64_t z = (state_ += 0x9e3779b97f4a7c15U);
    z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
    z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
    return z ^ (z >> 31U);
  }

  /// Uniform enough for a simulation: 0 ≤ result < limit; 0 where limit is 0.
  constexpr std::uint64_t below(std::uint64_t limit) { return limit == 0 ? 0 : next() % limit; }

  /// A generator of its own, independent of how often this one is used later.
  constexpr Random split() { return Random(next()); }

 private:
  std::uint64_t state_;
};

}  // namespace imapscope
