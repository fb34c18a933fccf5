#include "sim/mail/date.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string>
#include <vector>

#include "sim/base/ascii.h"
#include "sim/mail/mime/scanner.h"

namespace imapscope::mail {
namespace {

using ascii::equal_ignoring_case;

using Words = std::vector<std::string>;

/// The words of a date; comments and commas stand for blanks.
Words words_of(std::string_view text) {
  Words words;
  Scanner scanner(text);
  while (scanner.skip_blank() == Scanner::Rest::something) {
    std::string word;
    while (!scanner.at_end() &&
           std::string_view(" \t,(").find(scanner.peek()) == std::string_view::npos) {
      word += scanner.peek();
      scanner.skip_octet();
    }
    scanner.take(',');
    if (!word.empty()) words.push_back(word);
  }
  return words;
}

std::optional<int> number_of(std::string_view digits, std::size_t most_digits) {
  if (digits.empty() || digits.size() > most_digits) return std::nullopt;
  if (!std::all_of(digits.begin(), digits.end(), ascii::is_digit)) return std::nullopt;
  int number = 0;
  for (const char digit : digits) number = number * 10 + (digit - '0');
  return number;
}

constexpr std::string_view months = "JanFebMarAprMayJunJulAugSepOctNovDec";

std::optional<int> month_of(std::string_view name) {
  for (int month = 0; month < 12; ++month) {
    const auto begin = static_cast<std::size_t>(month) * 3;
    if (equal_ignoring_case(name, months.substr(begin, 3))) return month + 1;
  }
  return std::nullopt;
}

/// RFC 2822 §4.3 on years of two and three digits.
std::optional<int> year_of(std::string_view digits) {
  const auto year = number_of(digits, 4);
  if (!year || digits.size() < 2) return std::nullopt;
  if (digits.size() == 2) return *year + (*year < 50 ? 2000 : 1900);
  return digits.size() == 3 ? *year + 1900 : *year;
}

/// Minutes east of UTC. Names whose meaning nobody knows are UTC (RFC 2822 §4.3).
int zone_of(std::string_view zone) {
  const bool is_signed = zone.size() == 5 && (zone.front() == '+' || zone.front() == '-');
  const auto digits = is_signed ? number_of(zone.substr(1), 4) : std::nullopt;
  if (digits) return (zone.front() == '-' ? -1 : 1) * (*digits / 100 * 60 + *digits % 100);
  constexpr std::pair<std::string_view, int> names[] = {{"EST", -5}, {"EDT", -4}, {"CST", -6},
                                                        {"CDT", -5}, {"MST", -7}, {"MDT", -6},
                                                        {"PST", -8}, {"PDT", -7}};
  for (const auto& [name, hours] : names) {
    if (equal_ignoring_case(zone, name)) return hours * 60;
  }
  return 0;
}

bool is_zone(std::string_view word) {
  return !word.empty() && (word.front() == '+' || word.front() == '-');
}

/// `hh:mm` or `hh:mm:ss`.
bool read_time(std::string_view word, DateTime& time) {
  std::array<std::optional<int>, 3> parts{std::nullopt, std::nullopt, 0};
  for (auto& part : parts) {
    const auto colon = std::min(word.find(':'), word.size());
    part = number_of(word.substr(0, colon), 2);
    word.remove_prefix(std::min(colon + 1, word.size()));
    if (!part) return false;
    if (word.empty() && &part == &parts[1]) break;
  }
  time.hour = *parts[0];
  time.minute = *parts[1];
  time.second = *parts[2];
  return word.empty() && time.hour < 24 && time.minute < 60 && time.second <= 60;
}

std::optional<DateTime> date_time_of(std::string_view day, std::string_view month,
                                     std::string_view year, std::string_view time,
                                     std::string_view zone) {
  const auto day_number = number_of(day, 2);
  const auto month_number = month_of(month);
  const auto year_number = year_of(year);
  if (!day_number || !month_number || !year_number) return std::nullopt;
  DateTime result{.date = {*year_number, *month_number, *day_number}};
  result.zone_minutes = zone_of(zone);
  if (!is_valid(result.date) || !read_time(time, result)) return std::nullopt;
  return result;
}

std::string two_digits(int number) {
  return (number < 10 ? "0" : "") + std::to_string(number);
}

}  // namespace

std::string header_date(const DateTime& time) {
  const int zone = std::abs(time.zone_minutes);
  const auto month = static_cast<std::size_t>(time.date.month - 1) * 3;
  return std::to_string(time.date.day) + ' ' + std::string(months.substr(month, 3)) + ' ' +
         std::to_string(time.date.year) + ' ' + two_digits(time.hour) + ':' +
         two_digits(time.minute) + ':' + two_digits(time.second) +
         (time.zone_minutes < 0 ? " -" : " +") + two_digits(zone / 60) + two_digits(zone % 60);
}

std::optional<DateTime> parse_header_date(std::string_view value) {
  Words words = words_of(value);
  if (!words.empty() && ascii::is_alpha(words[0].front())) words.erase(words.begin());
  if (words.size() < 3) return std::nullopt;
  const std::string time = words.size() > 3 ? words[3] : "00:00";
  const std::string zone = words.size() > 4 ? words[4] : "";
  return date_time_of(words[0], words[1], words[2], time, zone);
}

std::optional<DateTime> parse_mbox_date(std::string_view text) {
  Words words = words_of(text);
  std::string zone;
  const auto found = std::find_if(words.begin(), words.end(), is_zone);
  if (found != words.end()) {
    zone = *found;
    words.erase(found);
  }
  if (words.size() < 5) return std::nullopt;
  return date_time_of(words[2], words[1], words[4], words[3], zone);
}

}  // namespace imapscope::mail
