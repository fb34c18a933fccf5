#include "sim/imap/date_time.h"

#include <doctest/doctest.h>

#include <utility>

using namespace imapscope;

TEST_CASE("days are counted from 1970-01-01, leap years and all") {
  const std::pair<Date, std::int64_t> rows[] = {
      {{1970, 1, 1}, 0},         {{1969, 12, 31}, -1},   {{2000, 2, 29}, 11016},
      {{2000, 3, 1}, 11017},     {{1900, 3, 1}, -25508}, {{1996, 7, 17}, 9694},
      {{9999, 12, 31}, 2932896}, {{1, 1, 1}, -719162},
  };
  for (const auto& [date, days] : rows) {
    CHECK(days_since_epoch(date) == days);
    CHECK(date_from_days(days) == date);
  }
  for (std::int64_t days = -800000; days < 800000; days += 97) {
    CHECK(days_since_epoch(date_from_days(days)) == days);
    CHECK(is_valid(date_from_days(days)));
  }
}

TEST_CASE("a date is valid when the calendar has it") {
  CHECK(is_valid({2024, 2, 29}));
  CHECK_FALSE(is_valid({2023, 2, 29}));
  CHECK_FALSE(is_valid({1900, 2, 29}));
  CHECK_FALSE(is_valid({2023, 4, 31}));
  CHECK_FALSE(is_valid({2023, 13, 1}));
  CHECK_FALSE(is_valid({2023, 0, 1}));
  CHECK_FALSE(is_valid({2023, 1, 0}));
}

TEST_CASE("a moment is the same in every zone") {
  const DateTime west{
      .date = {1996, 7, 17}, .hour = 2, .minute = 44, .second = 25, .zone_minutes = -420};
  CHECK(to_unix_seconds(west) == 837596665);
  const DateTime utc = from_unix_seconds(837596665);
  CHECK(utc == DateTime{.date = {1996, 7, 17}, .hour = 9, .minute = 44, .second = 25});
  CHECK(to_unix_seconds(utc) == to_unix_seconds(west));
  CHECK(from_unix_seconds(-1) ==
        DateTime{.date = {1969, 12, 31}, .hour = 23, .minute = 59, .second = 59});
}
