// Instant and Duration: the only time that sim/ knows. Both count microseconds; an Instant counts
// them from the start of its trace. Nothing here reads a wall clock: real time enters at the edges
// (gui/, net/).
#pragma once

#include <compare>
#include <cstdint>

namespace imapscope {

struct Duration {
  std::int64_t us = 0;
  friend constexpr auto operator<=>(const Duration&, const Duration&) = default;
  friend constexpr Duration operator+(Duration a, Duration b) { return {a.us + b.us}; }
  friend constexpr Duration operator-(Duration a, Duration b) { return {a.us - b.us}; }
  friend constexpr Duration operator*(Duration a, std::int64_t n) { return {a.us * n}; }
};

struct Instant {
  std::int64_t us = 0;
  friend constexpr auto operator<=>(const Instant&, const Instant&) = default;
  friend constexpr Instant operator+(Instant a, Duration b) { return {a.us + b.us}; }
  friend constexpr Duration operator-(Instant a, Instant b) { return {a.us - b.us}; }
};

constexpr Duration microseconds(std::int64_t n) {
  return {n};
}
constexpr Duration milliseconds(std::int64_t n) {
  return {n * 1000};
}
constexpr Duration seconds(std::int64_t n) {
  return {n * 1000000};
}

}  // namespace imapscope
