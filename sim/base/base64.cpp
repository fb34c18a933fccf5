#include "sim/base/base64.h"

#include "sim/base/ascii.h"

#include <cstdint>

namespace imapscope {
namespace {

constexpr std::string_view standard_digits =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr std::string_view mailbox_digits =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+,";

constexpr std::string_view digits_of(Base64 alphabet) {
  return alphabet == Base64::standard ? standard_digits : mailbox_digits;
}

}  // namespace

std::string encode_base64(std::string_view bytes, Base64 alphabet) {
  const std::string_view digits = digits_of(alphabet);
  std::string text;
  std::uint32_t bits = 0;
  unsigned held = 0;
  for (const char byte : bytes) {
    bits = (bits << 8U) | static_cast<unsigned char>(byte);
    held += 8;
    while (held >= 6) {
      held -= 6;
      text += digits[(bits >> held) & 63U];
    }
  }
  if (held > 0) text += digits[(bits << (6 - held)) & 63U];
  while (alphabet == Base64::standard && text.size() % 4 != 0) text += '=';
  return text;
}

std::optional<std::string> decode_base64(std::string_view text, Base64 alphabet) {
  if (alphabet == Base64::standard) {
    if (text.size() % 4 != 0) return std::nullopt;
    for (int i = 0; i < 2 && text.ends_with('='); ++i) text.remove_suffix(1);
  }
  std::string bytes;
  std::uint32_t bits = 0;
  unsigned held = 0;
  for (const char c : text) {
    const auto digit = digits_of(alphabet).find(c);
    if (digit == std::string_view::npos) return std::nullopt;
    bits = (bits << 6U) | static_cast<std::uint32_t>(digit);
    held += 6;
    if (held >= 8) {
      held -= 8;
      bytes += static_cast<char>((bits >> held) & 255U);
    }
  }
  const bool leftover = held == 6 || (bits & ((1U << held) - 1U)) != 0;
  if (leftover) return std::nullopt;
  return bytes;
}

std::string decode_base64_leniently(std::string_view text) {
  const auto is_code = [](char c) {
    return ascii::is_alpha(c) || ascii::is_digit(c) || c == '+' || c == '/';
  };
  std::string octets;
  std::string group;
  const auto end_group = [&] {
    if (group.size() < 2) return;
    const std::size_t count = group.size() - 1;
    // The bits behind the last octet count for nothing, so they need not be zero.
    group.resize(4, 'A');
    octets += decode_base64(group).value_or("").substr(0, count);
    group.clear();
  };
  for (const char c : text) {
    if (c == '=') {
      end_group();
      group.clear();
    } else if (is_code(c)) {
      group += c;
      if (group.size() == 4) end_group();
    }
  }
  end_group();
  return octets;
}

}  // namespace imapscope
