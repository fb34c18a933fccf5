// ENVELOPE, explained value by value: ten fields, and the four parts of each address (RFC 3501
// §7.4.2).
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "sim/base/utf.h"
#include "sim/explain/explain_parts.h"
#include "sim/explain/wording.h"
#include "sim/imap/encoded_word.h"

namespace imapscope::explain {
namespace {

constexpr const char* envelope_rfc = "3501 §7.4.2, 9051 §7.5.2";

struct AddressField {
  const char* term;
  std::string_view name;
  std::vector<Address> Envelope::*addresses;
};
constexpr std::array address_fields{
    AddressField{"from", "From", &Envelope::from},
    AddressField{"sender", "Sender", &Envelope::sender},
    AddressField{"reply_to", "Reply-To", &Envelope::reply_to},
    AddressField{"to", "To", &Envelope::to},
    AddressField{"cc", "Cc", &Envelope::cc},
    AddressField{"bcc", "Bcc", &Envelope::bcc},
};

// What a header's text reads, where it carries encoded words; else nothing.
std::string decoded(const std::string& raw) {
  std::string text = decode_encoded_words(raw);
  return text == raw || !is_utf8(text) ? "" : std::move(text);
}

// A group stands between two addresses without a host: one has its name, one has nothing.
void explain_group_mark(Explaining& e, const std::string& field, bool begins) {
  const std::string here =
      begins ? e.words("explain.envelope.begins_group") : e.words("explain.envelope.ends_group");
  e.say_string("name", here, envelope_rfc);
  e.say_string("source_route", here, envelope_rfc);
  if (begins) {
    e.say_string("group_name", e.words("explain.envelope.group_name", {{"field", field}}),
                 envelope_rfc);
  } else {
    e.say_string("end_of_group", e.words("explain.envelope.group_end"), envelope_rfc);
  }
  e.say_string("host", here, envelope_rfc);
}

std::string name_meaning(const Explaining& e, const std::string& field, const Address& address) {
  const std::string text = decoded(address.name.value_or(""));
  return text.empty()
             ? e.words("explain.envelope.name", {{"field", field}})
             : e.words("explain.envelope.decoded_name", {{"field", field}, {"text", text}});
}

void explain_address(Explaining& e, const std::string& field, const Address& address) {
  e.pass_open(e.words("explain.envelope.address", {{"field", field}}));
  if (!address.host) {
    explain_group_mark(e, field, address.mailbox.has_value());
  } else {
    e.say_nstring("name", name_meaning(e, field, address), e.words("explain.envelope.no_name"),
                  envelope_rfc);
    e.say_nstring("source_route", e.words("explain.envelope.route", {{"field", field}}),
                  e.words("explain.envelope.no_route", {{"field", field}}), envelope_rfc);
    e.say_nstring("mailbox", e.words("explain.envelope.mailbox", {{"field", field}}),
                  e.words("explain.envelope.no_mailbox", {{"field", field}}), envelope_rfc);
    e.say_string("host", e.words("explain.envelope.host", {{"field", field}}), envelope_rfc);
  }
  e.pass_close(e.words("explain.envelope.address_ends"));
}

void explain_addresses(Explaining& e, const AddressField& field, const Envelope& envelope) {
  const std::string name(field.name);
  const std::string term(field.term);
  if (!e.at(wire::TokenKind::list_open)) {
    e.say_string(term, e.words("explain.envelope.no_field", {{"field", name}}), envelope_rfc);
    return;
  }
  e.pass_open(e.words("explain.envelope.addresses." + term));
  for (const Address& address : envelope.*field.addresses) {
    if (e.inside()) explain_address(e, name, address);
  }
  e.pass_close(e.words("explain.envelope.addresses_end", {{"field", name}}));
}

std::string subject_meaning(const Explaining& e, const Envelope& envelope) {
  const std::string text = decoded(envelope.subject.value_or(""));
  return text.empty() ? e.words("explain.envelope.subject")
                      : e.words("explain.envelope.decoded_subject", {{"text", text}});
}

}  // namespace

void explain_envelope(Explaining& e, const Envelope& envelope) {
  e.pass_open(e.words("explain.envelope.begins"));
  e.say_nstring("date", e.words("explain.envelope.date"), e.words("explain.envelope.no_date"),
                envelope_rfc);
  e.say_nstring("subject", subject_meaning(e, envelope), e.words("explain.envelope.no_subject"),
                envelope_rfc);
  for (const AddressField& field : address_fields) {
    if (e.inside()) explain_addresses(e, field, envelope);
  }
  e.say_nstring("in_reply_to", e.words("explain.envelope.in_reply_to"),
                e.words("explain.envelope.no_in_reply_to"), envelope_rfc);
  e.say_nstring("message_id", e.words("explain.envelope.message_id"),
                e.words("explain.envelope.no_message_id"), envelope_rfc);
  e.pass_close(e.words("explain.envelope.ends"));
}

}  // namespace imapscope::explain
