// Calendar values as IMAP writes them (RFC 3501 §9: date, date-time). No time zone database, no
// locale.
#pragma once

#include <compare>
#include <cstdint>

namespace imapscope {

struct Date {
  int year = 1970;
  int month = 1;  ///< 1 to 12
  int day = 1;    ///< 1 to 31
  friend constexpr auto operator<=>(const Date&, const Date&) = default;
};

struct DateTime {
  Date date;
  int hour = 0;
  int minute = 0;
  int second = 0;        ///< 0 to 60
  int zone_minutes = 0;  ///< east of UTC
  friend constexpr bool operator==(const DateTime&, const DateTime&) = default;
};

[[nodiscard]] bool is_valid(const Date& date);

/// Days since 1970-01-01 of the proleptic Gregorian calendar.
[[nodiscard]] std::int64_t days_since_epoch(const Date& date);
[[nodiscard]] Date date_from_days(std::int64_t days);

[[nodiscard]] std::int64_t to_unix_seconds(const DateTime& time);
[[nodiscard]] DateTime from_unix_seconds(std::int64_t seconds);  ///< in UTC

}  // namespace imapscope
