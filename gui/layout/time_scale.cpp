#include "gui/layout/time_scale.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <string>

namespace imapscope::gui {
namespace {

constexpr std::int64_t ms = 1000;
constexpr std::int64_t s = 1000 * ms;
constexpr std::int64_t min = 60 * s;
constexpr std::int64_t h = 60 * min;
constexpr std::int64_t day = 24 * h;

/// Steps between ticks, the roundest first.
constexpr std::array steps{day,      12 * h,   6 * h,   h,       30 * min, 10 * min,
                           5 * min,  min,      30 * s,  10 * s,  5 * s,    s,
                           500 * ms, 100 * ms, 50 * ms, 10 * ms, 5 * ms,   ms};
/// With this many ticks the axis can be read, and finer ones would only be less round.
constexpr std::size_t enough = 4;
/// A finer step than this could label nothing that shows.
constexpr std::int64_t most_candidates = 4096;

std::string format(const char* pattern, long long a, long long b) {
  std::array<char, 64> text{};
  (void)std::snprintf(text.data(), text.size(), pattern, a, b);
  return text.data();
}

/// `us` in seconds with as few decimals as show it exactly, at most three.
std::string seconds_text(std::int64_t us) {
  std::array<char, 64> text{};
  (void)std::snprintf(text.data(), text.size(), "%.3f",
                      static_cast<double>(us) / static_cast<double>(s));
  std::string trimmed = text.data();
  while (trimmed.back() == '0') trimmed.pop_back();
  if (trimmed.back() == '.') trimmed.pop_back();
  return trimmed;
}

std::string clock_text(std::int64_t us) {
  const std::string minutes =
      format(us >= h ? "%02lld:%02lld" : "%lld:%02lld", us % h / min, us % min / s);
  return us >= h ? std::to_string(us / h) + ":" + minutes : minutes;
}

std::string tick_label(const words::Words& words, std::int64_t us) {
  if (us == 0) return words("window.time.s", {{"n", 0}});
  return us < min ? seconds_text(us) : clock_text(us);
}

bool has_room(const std::vector<Tick>& ticks, float x, float apart) {
  return std::all_of(ticks.begin(), ticks.end(),
                     [&](const Tick& tick) { return std::abs(tick.x - x) >= apart; });
}

}  // namespace

std::vector<Tick> time_ticks(const words::Words& words, Instant from, Instant to, float apart,
                             const std::function<float(Instant)>& x_of) {
  std::vector<Tick> ticks;
  const auto add = [&](Instant at) {
    const float x = x_of(at);
    if (has_room(ticks, x, apart)) ticks.push_back({at, x, tick_label(words, at.us)});
  };
  add(from);
  for (const std::int64_t step : steps) {
    if (ticks.size() >= enough || (to - from).us / step > most_candidates) break;
    const std::int64_t first = (from.us + step - 1) / step * step;
    for (std::int64_t us = first; us <= to.us; us += step) add({us});
  }
  std::sort(ticks.begin(), ticks.end(), [](const Tick& a, const Tick& b) { return a.at < b.at; });
  return ticks;
}

std::string time_text(const words::Words& words, Instant t) {
  if (t.us < min) {
    std::array<char, 64> text{};
    const int decimals = t.us < 10 * s ? 3 : 2;
    (void)std::snprintf(text.data(), text.size(), "%.*f", decimals,
                        static_cast<double>(t.us) / static_cast<double>(s));
    return words("window.time.s", {{"n", std::string(text.data())}});
  }
  if (t.us >= h) return clock_text(t.us);
  return clock_text(t.us) + "." + std::to_string(t.us % s / (100 * ms));
}

std::string duration_text(const words::Words& words, Duration d) {
  if (d.us < s) return words("window.time.ms", {{"n", d.us / ms}});
  if (d.us < min) {
    return words("window.time.s", {{"n", seconds_text(d.us / (100 * ms) * (100 * ms))}});
  }
  if (d.us < h) return words("window.time.min", {{"n", d.us / min}});
  if (d.us < day) return words("window.time.h_min", {{"h", d.us / h}, {"min", d.us % h / min}});
  return words("window.time.d_h", {{"d", d.us / day}, {"h", d.us % day / h}});
}

}  // namespace imapscope::gui
