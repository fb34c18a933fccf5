#include "sim/mail/mime/transfer_encoding.h"

#include <algorithm>
#include <array>

#include "sim/base/ascii.h"
#include "sim/base/base64.h"

namespace imapscope::mail {
namespace {

/// RFC 2045 §6.7.
std::string decode_quoted_printable(std::string_view body) {
  std::string octets;
  for (std::size_t i = 0; i < body.size(); ++i) {
    if (body[i] != '=') {
      octets += body[i];
      continue;
    }
    const std::string_view behind = body.substr(i + 1);
    const auto word_end = std::min(behind.find_first_not_of(" \t"), behind.size());
    const std::string_view line_end = behind.substr(word_end);
    if (const auto octet = ascii::octet_of_hex(behind)) {
      octets += *octet;
      i += 2;
    } else if (line_end.empty() || line_end.starts_with("\r\n")) {
      i += word_end + 2;  // a soft line break
    } else {
      octets += '=';
    }
  }
  return octets;
}

}  // namespace

std::string decode_transfer(std::string_view body, std::string_view encoding) {
  if (ascii::equal_ignoring_case(encoding, "quoted-printable"))
    return decode_quoted_printable(body);
  if (ascii::equal_ignoring_case(encoding, "base64")) return decode_base64_leniently(body);
  return std::string(body);
}

bool is_known_encoding(std::string_view encoding) {
  constexpr std::array<std::string_view, 5> known{"7bit", "8bit", "binary", "quoted-printable",
                                                  "base64"};
  return std::any_of(known.begin(), known.end(), [encoding](std::string_view name) {
    return ascii::equal_ignoring_case(encoding, name);
  });
}

}  // namespace imapscope::mail
