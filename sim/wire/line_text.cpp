#include "sim/wire/line_text.h"

#include <algorithm>
#include <optional>

#include "sim/base/ascii.h"
#include "sim/base/line_end.h"
#include "sim/base/utf.h"
#include "sim/imap/literal_header.h"

namespace imapscope::wire {
namespace {

constexpr std::string_view ellipsis = "…";
constexpr std::string_view crlf = "\r\n";
constexpr std::size_t most_octets = 999'999'999;  // of a literal that an author folds
constexpr std::string_view hex_digits = "0123456789abcdef";

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

std::size_t octets_in(const LiteralHeader& header, std::size_t most) {
  return static_cast<std::size_t>(std::min<std::uint64_t>(header.octets, most));
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
    const auto header = literal_header_of(words);
    text.head += printable(header || bytes.empty() ? words : line);
    if (!header || bytes.empty()) continue;  // what was announced may not have come
    const std::string_view literal = bytes.substr(0, octets_in(*header, bytes.size()));
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
    const auto header = literal_header_of(line);
    if (header && header->octets <= most_octets) {
      bytes += std::string(crlf) + std::string(octets_in(*header, most_octets), 'x');
    } else {
      bytes += fold.substr(1);
    }
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
