#include "sim/imap/partial_range.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using namespace imapscope;

namespace {

/// `1-3`: from which result to which, counted from 1; empty where there are none.
std::string shown(std::string_view range, std::size_t count) {
  const auto parsed = parse_partial_range(range);
  REQUIRE(parsed);
  const PartialRange::Places places = parsed->among(count);
  if (places.begin == places.end) return "";
  return std::to_string(places.begin + 1) + '-' + std::to_string(places.end);
}

}  // namespace

TEST_CASE("a range counts from the first result, with a minus from the last") {
  CHECK(shown("1:2", 5) == "1-2");
  CHECK(shown("2:1", 5) == "1-2");
  CHECK(shown("4:99", 5) == "4-5");
  CHECK(shown("5:5", 5) == "5-5");
  CHECK(shown("6:9", 5).empty());
  CHECK(shown("1:1", 0).empty());
  CHECK(shown("-1:-2", 5) == "4-5");
  CHECK(shown("-2:-1", 5) == "4-5");
  CHECK(shown("-4:-99", 5) == "1-2");
  CHECK(shown("-6:-9", 5).empty());
  CHECK(shown("4294967295:1", 5) == "1-5");
}

TEST_CASE("what is no range is none") {
  for (const char* text : {"", "1", "1:", ":2", "0:2", "1:0", "1:-2", "-1:2", "1:*", "1:2:3", "a:b",
                           "--1:-2", "1:2 ", "4294967296:1"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_partial_range(text));
  }
}
