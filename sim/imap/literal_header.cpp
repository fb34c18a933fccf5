#include "sim/imap/literal_header.h"

#include <algorithm>
#include <charconv>

#include "sim/base/line_end.h"

namespace imapscope {
namespace {

/// All of `digits` as a number. `from_chars` takes no sign for an unsigned one.
std::optional<std::uint64_t> number_of(std::string_view digits) {
  std::uint64_t value = 0;
  const char* end = digits.data() + digits.size();
  const auto [read_to, error] = std::from_chars(digits.data(), end, value);
  if (digits.empty() || error != std::errc() || read_to != end) return std::nullopt;
  return value;
}

}  // namespace

std::optional<LiteralHeader> literal_header_of(std::string_view whole) {
  const std::size_t before_tail = whole.size() - std::min(whole.size(), longest_literal_header);
  std::string_view line = without_line_end(whole.substr(before_tail));
  if (!line.ends_with('}')) return std::nullopt;
  line.remove_suffix(1);
  LiteralHeader header;
  header.is_synchronizing = !line.ends_with('+');
  if (!header.is_synchronizing) line.remove_suffix(1);
  const std::size_t before = line.find_last_not_of("0123456789");
  if (before == std::string_view::npos || line[before] != '{') return std::nullopt;
  const auto octets = number_of(line.substr(before + 1));
  if (!octets) return std::nullopt;
  header.octets = *octets;
  header.any_octet = before > 0 && line[before - 1] == '~';
  header.offset = before_tail + before - (header.any_octet ? 1 : 0);
  return header;
}

}  // namespace imapscope
