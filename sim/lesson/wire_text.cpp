#include "sim/lesson/wire_text.h"

#include <algorithm>
#include <optional>

#include "sim/base/ascii.h"

namespace imapscope::lesson {
namespace {

constexpr std::string_view crlf = "\r\n";
constexpr std::string_view ellipsis = "…";

/// The number in `{350}` at the end of `line`, or in `{350+}`.
std::optional<std::size_t> announced(std::string_view line) {
  if (!line.ends_with('}')) return std::nullopt;
  line.remove_suffix(1);
  if (line.ends_with('+')) line.remove_suffix(1);
  const std::size_t brace = line.rfind('{');
  if (brace == std::string_view::npos) return std::nullopt;
  const std::string_view digits = line.substr(brace + 1);
  constexpr std::size_t most_digits = 9;
  if (digits.empty() || digits.size() > most_digits) return std::nullopt;
  std::size_t number = 0;
  for (const char c : digits) {
    if (!ascii::is_digit(c)) return std::nullopt;
    number = number * 10 + static_cast<std::size_t>(c - '0');
  }
  return number;
}

/// Octets of the UTF-8 character at the front; 0 where there is none that can be printed.
std::size_t character_at(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text[0]);
  if (lead < 0x80) return lead < 0x20 || lead == 0x7f ? 0 : 1;
  if (lead < 0xc2 || lead > 0xf4) return 0;
  const std::size_t octets = lead < 0xe0 ? 2U : lead < 0xf0 ? 3U : 4U;
  if (text.size() < octets) return 0;
  const auto continues = [](char c) { return (static_cast<unsigned char>(c) & 0xc0U) == 0x80U; };
  const auto* const begin = text.begin();
  return std::all_of(begin + 1, begin + static_cast<std::ptrdiff_t>(octets), continues) ? octets
                                                                                        : 0;
}

std::string printable(std::string_view bytes) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  while (!bytes.empty()) {
    const std::size_t octets = character_at(bytes);
    const auto octet = static_cast<unsigned char>(bytes[0]);
    if (octets == 0) {
      text += {'\\', 'x', digits[octet >> 4U], digits[octet & 0xfU]};
    } else {
      text += bytes.substr(0, octets);
    }
    bytes.remove_prefix(std::max<std::size_t>(octets, 1));
  }
  return text;
}

}  // namespace

std::string wire_text(std::string_view bytes) {
  std::string text;
  while (!bytes.empty()) {
    std::string_view line = bytes.substr(0, bytes.find('\n'));
    bytes.remove_prefix(std::min(bytes.size(), line.size() + 1));
    if (line.ends_with('\r')) line.remove_suffix(1);
    text += printable(line);
    const auto octets = announced(line);
    if (!octets) continue;
    const std::string_view literal = bytes.substr(0, *octets);
    const bool folds =
        literal.size() > longest_inline_literal || literal.find('\n') < literal.size();
    text += " " + (folds ? std::string(ellipsis) : printable(literal));
    bytes.remove_prefix(literal.size());
  }
  return text;
}

std::string wire_bytes(std::string_view text) {
  const std::string fold = "} " + std::string(ellipsis);
  std::string bytes;
  for (std::size_t at = text.find(fold); at < text.size(); at = text.find(fold)) {
    const std::string_view line = text.substr(0, at + 1);
    bytes += line;
    const auto octets = announced(line);
    bytes += octets ? std::string(crlf) + std::string(*octets, 'x') : fold.substr(1);
    text.remove_prefix(at + fold.size());
  }
  bytes += text;
  if (!bytes.ends_with(crlf)) bytes += crlf;
  return bytes;
}

}  // namespace imapscope::lesson
