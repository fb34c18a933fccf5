#include "gui/layout/time_scale.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace imapscope::gui {
namespace {

const words::Words english;

std::vector<std::string> labels(const std::vector<Tick>& ticks) {
  std::vector<std::string> out;
  for (const Tick& tick : ticks) out.push_back(tick.label);
  return out;
}

float even(Instant t) {
  return static_cast<float>(t.us) / 1000;
}  // a pixel a millisecond

}  // namespace

TEST_CASE("ticks stand at the roundest times that have room") {
  CHECK(labels(time_ticks(english, {0}, {420000}, 90, even)) ==
        std::vector<std::string>{"0 s", "0.1", "0.2", "0.3", "0.4"});
  CHECK(labels(time_ticks(english, {0}, {420000}, 190, even)) ==
        std::vector<std::string>{"0 s", "0.2", "0.4"});
}

TEST_CASE("on an uneven axis ticks keep their distance") {
  const auto squeezed = [](Instant t) { return t.us < 100000 ? even(t) : 100 + even(t) / 1000; };
  const std::vector<Tick> ticks = time_ticks(english, {0}, {3600000000}, 40, squeezed);
  for (std::size_t i = 1; i < ticks.size(); ++i) CHECK(ticks[i].x - ticks[i - 1].x >= 40);
  CHECK(ticks.size() >= 4);
}

TEST_CASE("an empty stretch has one tick") {
  CHECK(time_ticks(english, {0}, {0}, 40, even).size() == 1);
}

TEST_CASE("times read as people write them") {
  CHECK(time_text(english, {412000}) == "0.412 s");
  CHECK(time_text(english, {12050000}) == "12.05 s");
  CHECK(time_text(english, {187200000}) == "3:07.2");
  CHECK(time_text(english, {3753000000}) == "1:02:33");
  CHECK(duration_text(english, {350000}) == "350 ms");
  CHECK(duration_text(english, {2449000}) == "2.4 s");
  CHECK(duration_text(english, {720000000}) == "12 min");
  CHECK(duration_text(english, {12000000000}) == "3 h 20 min");
}

}  // namespace imapscope::gui
