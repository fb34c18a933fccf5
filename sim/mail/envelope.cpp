#include "sim/mail/envelope.h"

#include "sim/base/ascii.h"
#include "sim/mail/address.h"

namespace imapscope::mail {
namespace {

/// Where a field stands several times, its last one counts.
const HeaderField* last_field(const std::vector<HeaderField>& fields, std::string_view name) {
  for (auto field = fields.rbegin(); field != fields.rend(); ++field) {
    if (ascii::equal_ignoring_case(field->name, name)) return &*field;
  }
  return nullptr;
}

NString text(const std::vector<HeaderField>& fields, std::string_view name) {
  const HeaderField* field = last_field(fields, name);
  return field == nullptr ? std::nullopt : NString(unfold(field->value));
}

std::vector<Address> addresses(const std::vector<HeaderField>& fields, std::string_view name) {
  const NString value = text(fields, name);
  return value ? parse_addresses(*value) : std::vector<Address>{};
}

}  // namespace

Envelope envelope_of(const std::vector<HeaderField>& fields) {
  Envelope envelope;
  envelope.date = text(fields, "Date");
  envelope.subject = text(fields, "Subject");
  if (envelope.subject) envelope.subject = tidy_blanks(*envelope.subject);
  envelope.from = addresses(fields, "From");
  envelope.sender = addresses(fields, "Sender");
  envelope.reply_to = addresses(fields, "Reply-To");
  if (envelope.sender.empty()) envelope.sender = envelope.from;
  if (envelope.reply_to.empty()) envelope.reply_to = envelope.from;
  envelope.to = addresses(fields, "To");
  envelope.cc = addresses(fields, "Cc");
  envelope.bcc = addresses(fields, "Bcc");
  envelope.in_reply_to = text(fields, "In-Reply-To");
  envelope.message_id = text(fields, "Message-ID");
  return envelope;
}

}  // namespace imapscope::mail
