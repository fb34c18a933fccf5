#include "sim/imap/mailbox_name.h"

#include "sim/base/ascii.h"
#include "sim/base/base64.h"
#include "sim/base/utf.h"

namespace imapscope {
namespace {

constexpr bool is_printable(char c) {
  return c >= 0x20 && c <= 0x7e;
}

/// The UTF-16 form, big-endian, that the base64 of modified UTF-7 encodes.
std::string to_utf16(std::u32string_view code_points) {
  std::string bytes;
  const auto add_unit = [&bytes](char32_t unit) {
    bytes += static_cast<char>(unit >> 8U);
    bytes += static_cast<char>(unit & 255U);
  };
  for (const char32_t c : code_points) {
    if (c < 0x10000) {
      add_unit(c);
    } else {
      add_unit(0xd800 + ((c - 0x10000) >> 10U));
      add_unit(0xdc00 + ((c - 0x10000) & 0x3ffU));
    }
  }
  return bytes;
}

std::optional<std::u32string> from_utf16(std::string_view bytes) {
  if (bytes.size() % 2 != 0) return std::nullopt;
  std::u32string code_points;
  char32_t high = 0;
  for (std::size_t i = 0; i < bytes.size(); i += 2) {
    const auto unit = static_cast<char32_t>((static_cast<unsigned char>(bytes[i]) << 8U) |
                                            static_cast<unsigned char>(bytes[i + 1]));
    const bool is_low = unit >= 0xdc00 && unit < 0xe000;
    if ((high != 0) != is_low) return std::nullopt;
    if (is_low) {
      code_points += 0x10000 + ((high - 0xd800) << 10U) + (unit - 0xdc00);
      high = 0;
    } else if (unit >= 0xd800 && unit < 0xdc00) {
      high = unit;
    } else {
      code_points += unit;
    }
  }
  if (high != 0) return std::nullopt;
  return code_points;
}

/// `shifted` is what stands between '&' and '-'.
std::optional<std::string> decode_shifted(std::string_view shifted) {
  if (shifted.empty()) return "&";
  const auto bytes = decode_base64(shifted, Base64::mailbox_name);
  if (!bytes) return std::nullopt;
  const auto code_points = from_utf16(*bytes);
  if (!code_points) return std::nullopt;
  for (const char32_t c : *code_points) {
    const bool needs_no_shift = c < 0x80 && is_printable(static_cast<char>(c));
    if (needs_no_shift) return std::nullopt;
  }
  return to_utf8(*code_points);
}

}  // namespace

MailboxName::MailboxName(std::string_view utf8)
    : utf8_(ascii::equal_ignoring_case(utf8, "INBOX") ? "INBOX" : utf8) {}

std::string encode_modified_utf7(std::string_view utf8) {
  std::string text;
  std::u32string shifted;
  const auto end_shift = [&] {
    if (shifted.empty()) return;
    text += '&' + encode_base64(to_utf16(shifted), Base64::mailbox_name) + '-';
    shifted.clear();
  };
  for (const char32_t c : code_points_of(utf8)) {
    if (c >= 0x80 || !is_printable(static_cast<char>(c))) {
      shifted += c;
      continue;
    }
    end_shift();
    text += static_cast<char>(c);
    if (c == U'&') text += '-';
  }
  end_shift();
  return text;
}

std::optional<std::string> decode_modified_utf7(std::string_view text) {
  std::string utf8;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!is_printable(text[i])) return std::nullopt;
    if (text[i] != '&') {
      utf8 += text[i];
      continue;
    }
    const auto end = text.find('-', i);
    if (end == std::string_view::npos) return std::nullopt;
    const auto decoded = decode_shifted(text.substr(i + 1, end - i - 1));
    if (!decoded) return std::nullopt;
    utf8 += *decoded;
    i = end;
  }
  return utf8;
}

}  // namespace imapscope
