#include "sim/imap/encoded_word.h"

#include <optional>
#include <utility>

#include "sim/base/ascii.h"
#include "sim/base/base64.h"
#include "sim/imap/charset.h"

namespace imapscope {
namespace {

/// RFC 2047 §4.2.
std::string decode_q(std::string_view text) {
  std::string octets;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto octet = text[i] == '=' ? ascii::octet_of_hex(text.substr(i + 1)) : std::nullopt;
    octets += octet ? *octet : text[i] == '_' ? ' ' : text[i];
    if (octet) i += 2;
  }
  return octets;
}

/// `=?charset?q?text?=`.
struct EncodedWord {
  std::string text;        // UTF-8
  std::size_t length = 0;  // of the whole word
};

std::optional<EncodedWord> encoded_word_at(std::string_view value) {
  if (!value.starts_with("=?")) return std::nullopt;
  const auto charset_end = value.find('?', 2);
  if (charset_end == std::string_view::npos) return std::nullopt;
  const auto encoding_end = value.find('?', charset_end + 1);
  if (encoding_end != charset_end + 2) return std::nullopt;
  const auto end = value.find("?=", encoding_end + 1);
  if (end == std::string_view::npos) return std::nullopt;
  std::string_view charset = value.substr(2, charset_end - 2);
  charset = charset.substr(0, charset.find('*'));  // a language (RFC 2231 §5)
  const std::string_view text = value.substr(encoding_end + 1, end - encoding_end - 1);
  const char encoding = ascii::lower(value[charset_end + 1]);
  if (encoding != 'q' && encoding != 'b') return std::nullopt;
  auto utf8 =
      decode_charset(encoding == 'q' ? decode_q(text) : decode_base64_leniently(text), charset);
  if (!utf8) return std::nullopt;
  return EncodedWord{std::move(*utf8), end + 2};
}

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

}  // namespace

std::string decode_encoded_words(std::string_view header) {
  std::string decoded;
  std::size_t plain = 0;  // where the text since the last encoded word begins
  bool is_behind_word = false;
  for (std::size_t i = header.find("=?"); i != std::string_view::npos; i = header.find("=?", i)) {
    const auto word = encoded_word_at(header.substr(i));
    if (!word) {
      i += 2;
      continue;
    }
    const std::string_view between = header.substr(plain, i - plain);
    // Blanks between two encoded words are not part of the text (RFC 2047 §6.2).
    if (!is_behind_word || !is_blank(between)) decoded += decode_unlabelled(between);
    decoded += word->text;
    i += word->length;
    plain = i;
    is_behind_word = true;
  }
  return decoded + decode_unlabelled(header.substr(plain));
}

}  // namespace imapscope
