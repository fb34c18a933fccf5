// ENVELOPE, explained value by value: ten fields, and the four parts of each address (RFC 3501
// §7.4.2).
#include <array>
#include <string>
#include <string_view>

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
  std::string_view note;
};
constexpr std::array address_fields{
    AddressField{"from", "From", &Envelope::from, " It says who wrote the message."},
    AddressField{"sender", "Sender", &Envelope::sender,
                 " Where the message has no Sender field, the server repeats From."},
    AddressField{"reply-to", "Reply-To", &Envelope::reply_to,
                 " Where the message has no Reply-To field, the server repeats From."},
    AddressField{"to", "To", &Envelope::to, ""},
    AddressField{"cc", "Cc", &Envelope::cc, ""},
    AddressField{"bcc", "Bcc", &Envelope::bcc, ""},
};

// " It reads: Grüße." where a header's text carries encoded words.
std::string decoded(const std::string& raw) {
  const std::string text = decode_encoded_words(raw);
  return text == raw || !is_utf8(text) ? "" : " Decoded, it reads: " + text + ".";
}

// A group stands between two addresses without a host: one has its name, one has nothing.
void explain_group_mark(Explaining& e, const AddressField& field, bool begins) {
  const std::string here =
      begins ? "This is no address, it begins a group." : "This is no address, it ends the group.";
  e.say_string("name", here, envelope_rfc);
  e.say_string("source route", here, envelope_rfc);
  if (begins) {
    e.say_string("group name",
                 "A group of addresses begins in " + std::string(field.name) +
                     ", and this is its name; its members follow.",
                 envelope_rfc);
  } else {
    e.say_string("end of group", "Neither mailbox nor host: the group ends here.", envelope_rfc);
  }
  e.say_string("host", here, envelope_rfc);
}

void explain_address(Explaining& e, const AddressField& field, const Address& address) {
  e.pass_open("An address of " + std::string(field.name) + ": name, route, mailbox, host.");
  if (!address.host) {
    explain_group_mark(e, field, address.mailbox.has_value());
  } else {
    const std::string of = " of this " + std::string(field.name) + " address";
    const std::string name = address.name.value_or("");
    e.say_nstring("name", "The name" + of + ", for people." + decoded(name),
                  "This address has no name, only mailbox and host.", envelope_rfc);
    e.say_nstring("source route", "The route" + of + ": hosts to go through, long obsolete.",
                  "No route" + of + "; routes are long obsolete.", envelope_rfc);
    e.say_nstring("mailbox", "The part before the `@`" + of + ".", "No mailbox" + of + ".",
                  envelope_rfc);
    e.say_string("host", "The part behind the `@`" + of + ".", envelope_rfc);
  }
  e.pass_close("Here the address ends.");
}

void explain_addresses(Explaining& e, const AddressField& field, const Envelope& envelope) {
  const std::string name(field.name);
  if (!e.at(wire::TokenKind::list_open)) {
    e.say_string(field.term, "The message has no " + name + " field, or an empty one.",
                 envelope_rfc);
    return;
  }
  e.pass_open("The addresses of the " + name + " field." + std::string(field.note));
  for (const Address& address : envelope.*field.addresses) {
    if (e.inside()) explain_address(e, field, address);
  }
  e.pass_close("Here the addresses of " + name + " end.");
}

}  // namespace

void explain_envelope(Explaining& e, const Envelope& envelope) {
  e.pass_open("The envelope begins: ten fields, always in this order.");
  e.say_nstring("date", "The Date field, as the sender wrote it.", "The message has no Date field.",
                envelope_rfc);
  e.say_nstring("subject", "The Subject field." + decoded(envelope.subject.value_or("")),
                "The message has no Subject field.", envelope_rfc);
  for (const AddressField& field : address_fields) {
    if (e.inside()) explain_addresses(e, field, envelope);
  }
  e.say_nstring("in-reply-to", "The Message-ID of the message that this one answers.",
                "The message answers no other one.", envelope_rfc);
  e.say_nstring("message-id", "The Message-ID: the name that its sender gave this message.",
                "The message has no Message-ID.", envelope_rfc);
  e.pass_close("Here the envelope ends.");
}

}  // namespace imapscope::explain
