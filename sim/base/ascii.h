// ASCII only: IMAP's keywords compare without regard to case, and never by the locale.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

namespace imapscope::ascii {

constexpr char upper(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
}
constexpr char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}
constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
constexpr bool is_alpha(char c) {
  return upper(c) >= 'A' && upper(c) <= 'Z';
}

constexpr bool equal_ignoring_case(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (lower(a[i]) != lower(b[i])) return false;
  }
  return true;
}

constexpr bool less_ignoring_case(std::string_view a, std::string_view b) {
  for (std::size_t i = 0; i < a.size() && i < b.size(); ++i) {
    if (lower(a[i]) != lower(b[i])) return lower(a[i]) < lower(b[i]);
  }
  return a.size() < b.size();
}

constexpr bool starts_with_ignoring_case(std::string_view text, std::string_view prefix) {
  return text.size() >= prefix.size() && equal_ignoring_case(text.substr(0, prefix.size()), prefix);
}

constexpr bool ends_with_ignoring_case(std::string_view text, std::string_view suffix) {
  return text.size() >= suffix.size() &&
         equal_ignoring_case(text.substr(text.size() - suffix.size()), suffix);
}

inline std::string to_upper(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(), upper);
  return result;
}

inline std::string to_lower(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(), lower);
  return result;
}

/// The octet that two hexadecimal digits at the front of `text` write; nothing where there are
/// none.
constexpr std::optional<char> octet_of_hex(std::string_view text) {
  if (text.size() < 2) return std::nullopt;
  int value = 0;
  for (const char digit : text.substr(0, 2)) {
    const char c = lower(digit);
    if (!is_digit(c) && (c < 'a' || c > 'f')) return std::nullopt;
    value = value * 16 + (is_digit(c) ? c - '0' : c - 'a' + 10);
  }
  return static_cast<char>(value);
}

}  // namespace imapscope::ascii
