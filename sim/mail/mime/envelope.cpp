#include "sim/mail/mime/envelope.h"

#include <utility>

#include "sim/base/ascii.h"
#include "sim/mail/mime/address.h"

namespace imapscope::mail {
namespace {

/// Where a field that may stand only once stands several times, the last one counts.
NString text(const std::vector<HeaderField>& fields, std::string_view name) {
  NString text;
  for (const HeaderField& field : fields) {
    if (ascii::equal_ignoring_case(field.name, name)) text = unfold(field.value);
  }
  return text;
}

}  // namespace

std::vector<Address> addresses_of(const std::vector<HeaderField>& fields, std::string_view name) {
  std::vector<Address> addresses;
  for (const HeaderField& field : fields) {
    if (!ascii::equal_ignoring_case(field.name, name)) continue;
    for (Address& address : parse_addresses(unfold(field.value))) {
      addresses.push_back(std::move(address));
    }
  }
  return addresses;
}

Envelope envelope_of(const std::vector<HeaderField>& fields) {
  Envelope envelope;
  envelope.date = text(fields, "Date");
  envelope.subject = text(fields, "Subject");
  if (envelope.subject) envelope.subject = tidy_blanks(*envelope.subject);
  envelope.from = addresses_of(fields, "From");
  envelope.sender = addresses_of(fields, "Sender");
  envelope.reply_to = addresses_of(fields, "Reply-To");
  if (envelope.sender.empty()) envelope.sender = envelope.from;
  if (envelope.reply_to.empty()) envelope.reply_to = envelope.from;
  envelope.to = addresses_of(fields, "To");
  envelope.cc = addresses_of(fields, "Cc");
  envelope.bcc = addresses_of(fields, "Bcc");
  envelope.in_reply_to = text(fields, "In-Reply-To");
  envelope.message_id = text(fields, "Message-ID");
  return envelope;
}

}  // namespace imapscope::mail
