// Messages that came as a literal8 (RFC 3516 §4.4): what BODY[] tells may hold no NUL, and a line
// has an end, so that binary parts are kept in base64.
#include <algorithm>

#include "sim/base/ascii.h"
#include "sim/base/base64.h"
#include "sim/mail/mime/content.h"
#include "sim/mail/mime/mime.h"
#include "sim/mail/mime/transfer_encoding.h"

namespace imapscope::mail {
namespace {

constexpr std::size_t longest_line = 76;  // RFC 2045 §6.8

std::string base64_lines(std::string_view octets) {
  const std::string code = encode_base64(octets);
  std::string lines;
  for (std::size_t at = 0; at < code.size(); at += longest_line) {
    lines += code.substr(at, longest_line) + "\r\n";
  }
  return lines;
}

/// The field that says `binary`; nothing where the header has none such.
std::optional<HeaderField> binary_field(std::string_view header) {
  const auto fields = parse_header(header);
  const HeaderField* field = find_field(fields, "Content-Transfer-Encoding");
  if (field == nullptr) return std::nullopt;
  const NString encoding = parse_transfer_encoding(unfold(field->value));
  const bool is_binary = encoding && ascii::equal_ignoring_case(*encoding, "binary");
  return is_binary ? std::optional(*field) : std::nullopt;
}

/// Copies the message from `copied` on, and puts base64 for what is binary in the part.
void encode_part(const Part& part, std::string_view message, std::size_t& copied,
                 std::string& out) {
  const auto field = binary_field(part.header.of(message));
  const bool is_single = part.kind == Part::Kind::leaf || part.kind == Part::Kind::text;
  if (field) {
    const auto at = static_cast<std::size_t>(field->whole.data() - message.data());
    out += message.substr(copied, at - copied);
    out +=
        is_single ? "Content-Transfer-Encoding: base64\r\n" : "Content-Transfer-Encoding: 8bit\r\n";
    copied = at + field->whole.size();
  }
  if (field && is_single) {
    out += message.substr(copied, part.body.begin - copied);
    out += base64_lines(part.body.of(message));
    copied = part.body.end;
  }
  for (const Part& child : part.children) encode_part(child, message, copied, out);
}

}  // namespace

std::optional<std::string> without_binary(std::string_view message) {
  std::string out;
  std::size_t copied = 0;
  encode_part(parse_mime(message), message, copied, out);
  out += message.substr(copied);
  if (out.find('\0') != std::string::npos) return std::nullopt;
  return out;
}

}  // namespace imapscope::mail
