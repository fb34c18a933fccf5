#include "sim/mail/mime/part_text.h"

#include "sim/base/ascii.h"
#include "sim/imap/charset.h"
#include "sim/mail/mime/content.h"
#include "sim/mail/mime/transfer_encoding.h"

namespace imapscope::mail {

std::string decoded_text(const Part& part, std::string_view octets) {
  std::string charset;
  std::string encoding;
  const auto fields = parse_header(part.header.of(octets));
  if (part.is_mime) {
    if (const HeaderField* field = find_field(fields, "Content-Type")) {
      const ContentType type = parse_content_type(unfold(field->value));
      if (const std::string* parameter = type.parameter("charset")) charset = *parameter;
    }
    if (const HeaderField* field = find_field(fields, "Content-Transfer-Encoding")) {
      encoding = parse_transfer_encoding(unfold(field->value)).value_or("");
    }
  }
  const std::string decoded = decode_transfer(part.body.of(octets), encoding);
  const bool is_labelled = !charset.empty() && !ascii::equal_ignoring_case(charset, "US-ASCII");
  auto utf8 = is_labelled ? decode_charset(decoded, charset) : std::nullopt;
  return utf8 ? *utf8 : decode_unlabelled(decoded);
}

}  // namespace imapscope::mail
