#include "sim/imap/date_time.h"

namespace imapscope {
namespace {

constexpr bool is_leap(int year) {
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

constexpr int days_in(int year, int month) {
  constexpr int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap(year) ? 29 : days[month - 1];
}

constexpr std::int64_t days_per_era = 146097;  // 400 years

}  // namespace

bool is_valid(const Date& date) {
  return date.month >= 1 && date.month <= 12 && date.day >= 1 &&
         date.day <= days_in(date.year, date.month);
}

// Both conversions count years from March, so that a leap day is the last of its year.
std::int64_t days_since_epoch(const Date& date) {
  const std::int64_t year = date.year - (date.month <= 2 ? 1 : 0);
  const std::int64_t era = (year >= 0 ? year : year - 399) / 400;
  const std::int64_t year_of_era = year - era * 400;
  const std::int64_t month = (date.month + 9) % 12;
  const std::int64_t day_of_year = (153 * month + 2) / 5 + date.day - 1;
  const std::int64_t day_of_era =
      year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * days_per_era + day_of_era - 719468;
}

Date date_from_days(std::int64_t days) {
  days += 719468;
  const std::int64_t era = (days >= 0 ? days : days - days_per_era + 1) / days_per_era;
  const std::int64_t day_of_era = days - era * days_per_era;
  const std::int64_t year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const std::int64_t day_of_year =
      day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int64_t month = (5 * day_of_year + 2) / 153;
  const auto day = static_cast<int>(day_of_year - (153 * month + 2) / 5 + 1);
  const auto calendar_month = static_cast<int>(month < 10 ? month + 3 : month - 9);
  const std::int64_t year = year_of_era + era * 400 + (calendar_month <= 2 ? 1 : 0);
  return {static_cast<int>(year), calendar_month, day};
}

std::int64_t to_unix_seconds(const DateTime& time) {
  const std::int64_t of_day = (time.hour * 60 + time.minute - time.zone_minutes) * 60 + time.second;
  return days_since_epoch(time.date) * 86400 + of_day;
}

DateTime from_unix_seconds(std::int64_t seconds) {
  const std::int64_t days = (seconds >= 0 ? seconds : seconds - 86399) / 86400;
  const auto of_day = static_cast<int>(seconds - days * 86400);
  return {.date = date_from_days(days),
          .hour = of_day / 3600,
          .minute = of_day / 60 % 60,
          .second = of_day % 60,
          .zone_minutes = 0};
}

}  // namespace imapscope
