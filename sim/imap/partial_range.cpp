#include "sim/imap/partial_range.h"

#include <algorithm>
#include <charconv>

namespace imapscope {
namespace {

/// Takes `-5` or `5` from the front; 0 where none stands there.
std::uint32_t take_number(std::string_view& text, bool negative) {
  if (text.starts_with('-') != negative) return 0;
  if (negative) text.remove_prefix(1);
  std::uint32_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc()) return 0;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return number;
}

}  // namespace

PartialRange::Places PartialRange::among(std::size_t count) const {
  const std::size_t begin = std::min<std::size_t>(low - 1, count);
  const std::size_t end = std::min<std::size_t>(high, count);
  if (from_end) return {count - end, count - begin};
  return {begin, end};
}

std::optional<PartialRange> parse_partial_range(std::string_view text) {
  const bool from_end = text.starts_with('-');
  const std::uint32_t first = take_number(text, from_end);
  if (!text.starts_with(':')) return std::nullopt;
  text.remove_prefix(1);
  const std::uint32_t last = take_number(text, from_end);
  if (first == 0 || last == 0 || !text.empty()) return std::nullopt;
  return PartialRange{std::min(first, last), std::max(first, last), from_end};
}

}  // namespace imapscope
