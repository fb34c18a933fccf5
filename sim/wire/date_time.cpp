#include "sim/wire/date_time.h"

#include <array>
#include <cstdlib>

namespace imapscope::wire {
namespace {

constexpr std::array<std::string_view, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                  "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

int digits(Cursor& in, int fewest, int most, Expected expected) {
  int value = 0;
  int count = 0;
  for (; count < most; ++count) {
    const int digit = in.digit();
    if (digit < 0) break;
    value = value * 10 + digit;
  }
  if (count < fewest) in.fail(expected);
  return value;
}

// date-month = "Jan" / … / "Dec"
int parse_month(Cursor& in) {
  int month = 1;
  for (const std::string_view name : months) {
    if (in.accept_prefix(name)) return month;
    ++month;
  }
  in.fail("month");
  return 1;
}

// "-" date-month "-" date-year: what follows the day in both forms
Date parse_month_and_year(Cursor& in, std::size_t begin, int day) {
  in.expect('-', "dash_after_day");
  const int month = parse_month(in);
  in.expect('-', "dash_after_month");
  const Date date{digits(in, 4, 4, "year"), month, day};
  if (in.ok() && !is_valid(date)) in.fail_at(begin, "calendar_day");
  return date;
}

// date-day-fixed = (SP DIGIT) / 2DIGIT
int parse_fixed_day(Cursor& in) {
  const std::size_t begin = in.offset();
  if (in.accept(' ')) return digits(in, 1, 1, "day_digit");
  const int day = digits(in, 1, 2, "two_character_day");
  if (in.ok() && in.offset() == begin + 1) {
    in.tolerate(QuirkKind::short_day, begin, "two_character_day");
  }
  return day;
}

int parse_part(Cursor& in, int limit, Expected expected) {
  const std::size_t begin = in.offset();
  const int value = digits(in, 2, 2, expected);
  if (value > limit) in.fail_at(begin, expected);
  return value;
}

// zone = ("+" / "-") 4DIGIT
int parse_zone(Cursor& in) {
  const bool west = in.accept('-');
  if (!west) in.expect('+', "zone");
  const int hours = parse_part(in, 99, "zone_hours");
  const int minutes = hours * 60 + parse_part(in, 59, "zone_minutes");
  return west ? -minutes : minutes;
}

void print_padded(Printer& out, int value, std::size_t width) {
  std::string text = std::to_string(value);
  if (text.size() < width) text.insert(0, width - text.size(), '0');
  out.raw(text);
}

void print_month_and_year(Printer& out, const Date& date) {
  out.raw("-");
  out.raw(months[static_cast<std::size_t>(date.month - 1)]);
  out.raw("-");
  print_padded(out, date.year, 4);
}

}  // namespace

// date = date-text / DQUOTE date-text DQUOTE; date-text = date-day "-" date-month "-" date-year
Date parse_date(Cursor& in) {
  const bool quoted = in.accept('"');
  const std::size_t begin = in.offset();
  const int day = digits(in, 1, 2, "date");
  const Date date = parse_month_and_year(in, begin, day);
  if (quoted) in.expect('"', "closing_quote");
  return date;
}

void print_date(Printer& out, const Date& date) {
  out.raw(std::to_string(date.day));
  print_month_and_year(out, date);
}

// date-time = DQUOTE date-day-fixed "-" date-month "-" date-year SP time SP zone DQUOTE
DateTime parse_date_time(Cursor& in) {
  in.expect('"', "date_time");
  DateTime time;
  const std::size_t begin = in.offset();
  const int day = parse_fixed_day(in);
  time.date = parse_month_and_year(in, begin, day);
  in.space();
  time.hour = parse_part(in, 23, "hours");
  in.expect(':', "colon_after_hours");
  time.minute = parse_part(in, 59, "minutes");
  in.expect(':', "colon_after_minutes");
  time.second = parse_part(in, 60, "seconds");
  in.space();
  time.zone_minutes = parse_zone(in);
  in.expect('"', "closing_quote");
  return time;
}

void print_date_time(Printer& out, const DateTime& time) {
  out.raw(time.date.day < 10 ? "\" " : "\"");
  out.raw(std::to_string(time.date.day));
  print_month_and_year(out, time.date);
  out.space();
  print_padded(out, time.hour, 2);
  out.raw(":");
  print_padded(out, time.minute, 2);
  out.raw(":");
  print_padded(out, time.second, 2);
  out.raw(time.zone_minutes < 0 ? " -" : " +");
  const int zone = std::abs(time.zone_minutes);
  print_padded(out, zone / 60 * 100 + zone % 60, 4);
  out.raw("\"");
}

}  // namespace imapscope::wire
