#include "sim/wire/envelope.h"

namespace imapscope::wire {
namespace {

// address = "(" addr-name SP addr-adl SP addr-mailbox SP addr-host ")"
Address parse_address(Cursor& in) {
  Address address;
  in.expect('(', "address");
  address.name = in.nstring("nil_or_display_name");
  in.space();
  address.route = in.nstring("nil_or_source_route");
  in.space();
  address.mailbox = in.nstring("nil_or_local_part");
  in.space();
  address.host = in.nstring("nil_or_host");
  in.expect(')', "address_end");
  return address;
}

void print_address(Printer& out, const Address& address) {
  out.raw("(");
  out.nstring(address.name);
  out.space();
  out.nstring(address.route);
  out.space();
  out.nstring(address.mailbox);
  out.space();
  out.nstring(address.host);
  out.raw(")");
}

// env-from = "(" 1*address ")" / nil; the others alike. Addresses follow each other without space.
std::vector<Address> parse_addresses(Cursor& in) {
  std::vector<Address> addresses;
  in.space();
  if (in.accept_word("NIL")) return addresses;
  const std::size_t begin = in.offset();
  in.expect('(', "nil_or_addresses");
  if (in.at(')')) in.tolerate(QuirkKind::nil_for_list, begin, "address");
  while (in.ok() && !in.accept(')')) {
    addresses.push_back(parse_address(in));
    in.stray_spaces("next_address");
  }
  return addresses;
}

void print_addresses(Printer& out, const std::vector<Address>& addresses) {
  out.space();
  if (addresses.empty()) return out.raw("NIL");
  out.raw("(");
  for (const Address& address : addresses) print_address(out, address);
  out.raw(")");
}

}  // namespace

// envelope = "(" env-date SP env-subject SP env-from SP env-sender SP env-reply-to SP env-to SP
//            env-cc SP env-bcc SP env-in-reply-to SP env-message-id ")"
Envelope parse_envelope(Cursor& in) {
  Envelope envelope;
  in.expect('(', "envelope");
  envelope.date = in.nstring("nil_or_date");
  in.space();
  envelope.subject = in.nstring("nil_or_subject");
  envelope.from = parse_addresses(in);
  envelope.sender = parse_addresses(in);
  envelope.reply_to = parse_addresses(in);
  envelope.to = parse_addresses(in);
  envelope.cc = parse_addresses(in);
  envelope.bcc = parse_addresses(in);
  in.space();
  envelope.in_reply_to = in.nstring("nil_or_in_reply_to");
  in.space();
  envelope.message_id = in.nstring("nil_or_message_id");
  in.expect(')', "envelope_end");
  return envelope;
}

void print_envelope(Printer& out, const Envelope& envelope) {
  out.raw("(");
  out.nstring(envelope.date);
  out.space();
  out.nstring(envelope.subject);
  print_addresses(out, envelope.from);
  print_addresses(out, envelope.sender);
  print_addresses(out, envelope.reply_to);
  print_addresses(out, envelope.to);
  print_addresses(out, envelope.cc);
  print_addresses(out, envelope.bcc);
  out.space();
  out.nstring(envelope.in_reply_to);
  out.space();
  out.nstring(envelope.message_id);
  out.raw(")");
}

}  // namespace imapscope::wire
