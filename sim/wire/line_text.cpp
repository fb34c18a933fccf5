#include "sim/wire/line_text.h"

#include <algorithm>
#include <optional>

#include "sim/base/ascii.h"
#include "sim/base/utf.h"

namespace imapscope::wire {
namespace {

constexpr std::string_view ellipsis = "…";
constexpr std::string_view crlf = "\r\n";
constexpr std::string_view hex_digits = "0123456789abcdef";

/// The number in `{350}` or `{350+}` at the end of `line`.
std::optional<std::size_t> announced_octets(std::string_view line) {
  if (!line.ends_with('}')) return std::nullopt;
  line.remove_suffix(1);
  if (line.ends_with('+')) line.remove_suffix(1);
  const std::size_t brace = line.rfind('{');
  if (brace == std::string_view::npos) return std::nullopt;
  const std::string_view digits = line.substr(brace + 1);
  constexpr std::size_t most_digits = 9;  // more octets are never there
  if (digits.empty() || digits.size() > most_digits) return std::nullopt;
  std::size_t octets = 0;
  for (const char digit : digits) {
    if (!ascii::is_digit(digit)) return std::nullopt;
    octets = octets * 10 + static_cast<std::size_t>(digit - '0');
  }
  return octets;
}

/// The first line of `bytes`, with its line end; `bytes` goes on behind it.
std::string_view take_line(std::string_view& bytes) {
  const std::string_view line = bytes.substr(0, std::min(bytes.find('\n'), bytes.size() - 1) + 1);
  bytes.remove_prefix(line.size());
  return line;
}

std::string_view without_line_end(std::string_view line) {
  if (line.ends_with('\n')) line.remove_suffix(1);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

bool folds(std::string_view literal) {
  return literal.size() > longest_inline_literal || literal.find('\n') != std::string_view::npos;
}

/// Adds the lines for which there is room, and gives back how many there were.
std::size_t add_lines(std::vector<std::string>& body, std::string_view text) {
  std::size_t lines = 0;
  for (; !text.empty(); ++lines) {
    const std::string_view line = take_line(text);
    if (body.size() < longest_body) body.push_back(printable(without_line_end(line)));
  }
  return lines;
}

void add_hex(std::string& out, unsigned char octet) {
  out += hex_digits[octet >> 4U];
  out += hex_digits[octet & 0xfU];
}

}  // namespace

LineText line_text(std::string_view bytes) {
  LineText text;
  std::size_t hidden = 0;
  while (!bytes.empty()) {
    const std::string_view line = take_line(bytes);
    const std::string_view words = without_line_end(line);
    const auto octets = announced_octets(words);
    text.head += printable(octets || bytes.empty() ? words : line);
    if (!octets || bytes.empty()) continue;  // what was announced may not have come
    const std::string_view literal = bytes.substr(0, *octets);
    if (folds(literal)) hidden += add_lines(text.body, literal);
    text.head += " " + (folds(literal) ? std::string(ellipsis) : printable(literal));
    bytes.remove_prefix(literal.size());
  }
  if (hidden > longest_body) {
    text.body.push_back(std::string(ellipsis) + " " + std::to_string(hidden - longest_body) +
                        " more lines");
  }
  return text;
}

std::string line_bytes(std::string_view head) {
  const std::string fold = "} " + std::string(ellipsis);
  std::string bytes;
  for (std::size_t at = head.find(fold); at < head.size(); at = head.find(fold)) {
    const std::string_view line = head.substr(0, at + 1);
    bytes += line;
    const auto octets = announced_octets(line);
    bytes += octets ? std::string(crlf) + std::string(*octets, 'x') : fold.substr(1);
    head.remove_prefix(at + fold.size());
  }
  bytes += head;
  if (!bytes.ends_with(crlf)) bytes += crlf;
  return bytes;
}

std::string printable(std::string_view bytes) {
  std::string text;
  while (!bytes.empty()) {
    const std::size_t length = utf8_length(bytes);
    const auto octet = static_cast<unsigned char>(bytes[0]);
    if (octet == '\t') {
      text += ' ';
    } else if (octet == '\r' || octet == '\n') {
      text += octet == '\r' ? "\\r" : "\\n";
    } else if (length == 0 || octet < 0x20 || octet == 0x7f) {
      text += "\\x";
      add_hex(text, octet);
    } else {
      text += bytes.substr(0, length);
    }
    bytes.remove_prefix(std::max<std::size_t>(length, 1));
  }
  return text;
}

std::string hex(std::string_view bytes, std::size_t most) {
  std::string text;
  for (std::size_t i = 0; i < std::min(bytes.size(), most); ++i) {
    if (i > 0) text += ' ';
    add_hex(text, static_cast<unsigned char>(bytes[i]));
  }
  if (bytes.size() > most) text += " " + std::string(ellipsis);
  return text;
}

}  // namespace imapscope::wire
