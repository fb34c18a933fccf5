#include "gui/layout/octets.h"

#include <algorithm>

#include "sim/base/ascii.h"
#include "sim/base/base64.h"

namespace imapscope::gui {
namespace {

constexpr std::string_view hex_digits = "0123456789ABCDEF";

std::optional<unsigned> hex_value(char c) {
  const std::size_t at = hex_digits.find(ascii::upper(c));
  return at == std::string_view::npos ? std::nullopt : std::optional(static_cast<unsigned>(at));
}

/// The octet of `\xNN` at the front; nothing where it is none.
std::optional<char> hex_escape(std::string_view text) {
  if (text.size() < 4 || text[1] != 'x') return std::nullopt;
  const auto high = hex_value(text[2]);
  const auto low = hex_value(text[3]);
  if (!high || !low) return std::nullopt;
  return static_cast<char>(*high * 16 + *low);
}

std::optional<char> short_escape(std::string_view text) {
  if (text.size() < 2) return std::nullopt;
  switch (text[1]) {
    case '0':
      return '\0';
    case 'r':
      return '\r';
    case 'n':
      return '\n';
    case '\\':
      return '\\';
    default:
      return std::nullopt;
  }
}

}  // namespace

std::string with_crlf(std::string_view typed) {
  std::string bytes;
  for (std::size_t i = 0; i < typed.size(); ++i) {
    if (typed[i] == '\n' || typed[i] == '\r') {
      bytes += "\r\n";
      if (typed[i] == '\r' && i + 1 < typed.size() && typed[i + 1] == '\n') ++i;
    } else {
      bytes += typed[i];
    }
  }
  return bytes;
}

std::string octet_name(char octet) {
  const auto value = static_cast<unsigned char>(octet);
  if (octet == '\r') return "CR";
  if (octet == '\n') return "LF";
  if (octet == ' ') return "SP";
  if (value > 0x20 && value < 0x7f) return std::string(1, octet);
  return {hex_digits[value >> 4U], hex_digits[value & 0xfU]};
}

std::uint64_t OctetCount::to_go() const {
  return bytes.size() < wanted ? wanted - bytes.size() : 0;
}

std::uint64_t OctetCount::too_many() const {
  return bytes.size() > wanted ? bytes.size() - wanted : 0;
}

std::string_view OctetCount::surplus() const {
  return too_many() == 0 ? std::string_view()
                         : std::string_view(bytes).substr(static_cast<std::size_t>(wanted));
}

OctetCount count_octets(std::string_view typed, std::uint64_t wanted) {
  return {with_crlf(typed), wanted};
}

std::string filled_up(std::string_view typed, std::uint64_t wanted) {
  const std::uint64_t missing = count_octets(typed, wanted).to_go();
  return std::string(typed) + std::string(static_cast<std::size_t>(missing), '.');
}

std::string unescaped(std::string_view typed) {
  std::string bytes;
  while (!typed.empty()) {
    std::size_t length = 1;
    char octet = typed.front();
    if (octet == '\\') {
      if (const auto coded = hex_escape(typed)) {
        octet = *coded;
        length = 4;
      } else if (const auto coded_short = short_escape(typed)) {
        octet = *coded_short;
        length = 2;
      }
    }
    bytes += octet;
    typed.remove_prefix(length);
  }
  return bytes;
}

std::string sasl_line(std::string_view typed) {
  return typed == "*" ? "*" : encode_base64(unescaped(typed));
}

const std::vector<SampleMessage>& sample_messages() {
  static const std::vector<SampleMessage> samples{
      {"words", "Hi\r\nthere\r\n"},
      {"mail", "From: ada@example.org\r\nSubject: Lunch?\r\n\r\nAt noon?\r\n"},
      {"dated_mail",
       "Date: Mon, 7 Feb 1994 21:52:25 -0800\r\nFrom: fred@example.org\r\n"
       "Subject: afternoon meeting\r\n\r\nDo you think we can meet at 3:30?\r\n"},
  };
  return samples;
}

}  // namespace imapscope::gui
