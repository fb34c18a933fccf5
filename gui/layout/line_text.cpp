#include "gui/layout/line_text.h"

#include <algorithm>
#include <optional>

namespace imapscope::gui {
namespace {

constexpr std::string_view ellipsis = "\u2026";
constexpr std::string_view crlf = "\r\n";
constexpr std::string_view hex_digits = "0123456789abcdef";

/// An announced literal: `{n}` or `{n+}` at the end of a line, and the octets after it.
struct Literal {
  std::size_t brace = 0;  ///< where `{` stands
  std::size_t begin = 0;
  std::size_t end = 0;  ///< of what is there of it
};

std::optional<std::size_t> literal_size(std::string_view digits) {
  constexpr std::size_t most_digits = 10;
  if (!digits.empty() && digits.back() == '+') digits.remove_suffix(1);
  if (digits.empty() || digits.size() > most_digits) return std::nullopt;
  std::size_t size = 0;
  for (const char digit : digits) {
    if (digit < '0' || digit > '9') return std::nullopt;
    size = size * 10 + static_cast<std::size_t>(digit - '0');
  }
  return size;
}

/// The first literal at or after `from`.
std::optional<Literal> next_literal(std::string_view bytes, std::size_t from) {
  for (std::size_t close = bytes.find("}\r\n", from); close != std::string_view::npos;
       close = bytes.find("}\r\n", close + 1)) {
    const std::size_t brace = bytes.rfind('{', close);
    if (brace == std::string_view::npos || brace < from) continue;
    const auto size = literal_size(bytes.substr(brace + 1, close - brace - 1));
    const std::size_t begin = close + 1 + crlf.size();
    if (size) return Literal{brace, begin, std::min(bytes.size(), begin + *size)};
  }
  return std::nullopt;
}

std::string_view without_line_end(std::string_view text) {
  while (!text.empty() && (text.back() == '\r' || text.back() == '\n')) text.remove_suffix(1);
  return text;
}

void add_lines(std::vector<std::string>& body, std::string_view text) {
  while (!text.empty()) {
    const std::size_t newline = text.find('\n');
    body.push_back(printable(without_line_end(text.substr(0, newline))));
    if (newline == std::string_view::npos) return;
    text.remove_prefix(newline + 1);
  }
}

/// The length of the UTF-8 sequence at the front, or 0 where there is none. Overlong forms and
/// surrogates are left to the face, which has no glyph for them.
std::size_t utf8_length(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text[0]);
  const std::size_t length = lead < 0x80 ? 1 : lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  if (lead >= 0x80 && (lead < 0xc2 || lead > 0xf4)) return 0;
  if (text.size() < length) return 0;
  for (std::size_t i = 1; i < length; ++i) {
    if ((static_cast<unsigned char>(text[i]) & 0xc0U) != 0x80U) return 0;
  }
  return length;
}

void add_hex(std::string& out, unsigned char octet) {
  out += hex_digits[octet >> 4U];
  out += hex_digits[octet & 0xfU];
}

}  // namespace

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

LineText line_text(std::string_view bytes) {
  LineText text;
  std::size_t at = 0;
  while (const auto literal = next_literal(bytes, at)) {
    const std::size_t announced = literal->begin - crlf.size();
    const std::string_view content = bytes.substr(literal->begin, literal->end - literal->begin);
    text.head += printable(bytes.substr(at, announced - at)) + " ";
    const bool folds =
        content.size() > longest_inline_literal || content.find('\n') != std::string_view::npos;
    if (folds) {
      text.head += ellipsis;
      add_lines(text.body, content);
    } else {
      text.head += printable(content);
    }
    at = literal->end;
  }
  text.head += printable(without_line_end(bytes.substr(at)));
  if (text.body.size() > longest_body) {
    const std::size_t more = text.body.size() - longest_body;
    text.body.resize(longest_body);
    text.body.push_back(std::string(ellipsis) + " " + std::to_string(more) + " more lines");
  }
  return text;
}

}  // namespace imapscope::gui
