#include "sim/wire/list.h"

namespace imapscope::wire {
namespace {

// SP mailbox SP list-mailbox: the arguments of LIST and LSUB
template <class Listing>
void parse_pattern(Cursor& in, Listing& command) {
  in.space();
  command.reference = in.mailbox_text("a reference name", false);
  in.space();
  command.pattern = in.mailbox_text("a mailbox name or pattern", true);
}

template <class Listing>
void print_pattern(Printer& out, const Listing& command) {
  out.space();
  out.mailbox_text(command.reference, false);
  out.space();
  out.mailbox_text(command.pattern, true);
}

// mbx-list-flags: "\" atom, any number
std::string parse_attribute(Cursor& in) {
  if (!in.at('\\')) in.fail("an attribute that begins with a backslash", "3501 §7.2.2");
  return in.flag().name;
}

// DQUOTE QUOTED-CHAR DQUOTE / nil
std::optional<char> parse_delimiter(Cursor& in) {
  const std::size_t begin = in.offset();
  const NString text = in.nstring("a hierarchy delimiter in quotes, or NIL");
  if (!text) return std::nullopt;
  if (in.ok() && text->size() != 1) in.fail_at(begin, "one character as hierarchy delimiter");
  return in.ok() ? std::optional(text->front()) : std::nullopt;
}

void print_delimiter(Printer& out, std::optional<char> delimiter) {
  out.nstring(delimiter ? NString(std::string(1, *delimiter)) : NString());
}

// mailbox-list = "(" [mbx-list-flags] ")" SP (DQUOTE QUOTED-CHAR DQUOTE / nil) SP mailbox
//                [SP mbox-list-extended] (the last from RFC 9051 §9)
MailboxListing parse_listing(Cursor& in) {
  MailboxListing listing;
  in.space();
  in.list("a list of attributes", [&] { listing.attributes.push_back(parse_attribute(in)); });
  in.space();
  listing.delimiter = parse_delimiter(in);
  in.space();
  listing.mailbox = in.mailbox();
  if (in.another()) listing.extended = in.value("a list of extended items");
  return listing;
}

void print_listing(Printer& out, const MailboxListing& listing) {
  out.list(listing.attributes, [&out](const std::string& attribute) { out.raw(attribute); });
  out.space();
  print_delimiter(out, listing.delimiter);
  out.space();
  out.mailbox(listing.mailbox);
  if (listing.extended.empty()) return;
  out.space();
  out.raw(listing.extended);
}

// Namespace = nil / "(" 1*("(" string SP (<"> QUOTED_CHAR <"> / nil)
//             *(Namespace_Response_Extension) ")") ")" (RFC 2342 §6); extensions are passed over
std::vector<NamespaceEntry> parse_entries(Cursor& in) {
  in.space();
  std::vector<NamespaceEntry> entries;
  if (in.accept_word("NIL")) return entries;
  in.expect('(', "NIL or a list of namespaces");
  do {
    in.expect('(', "a namespace's list");
    NamespaceEntry entry;
    entry.prefix = in.mailbox_text("a namespace's prefix", false);
    in.space();
    entry.delimiter = parse_delimiter(in);
    while (in.another()) in.value("an extension of the namespace");
    in.expect(')', "the namespace's end");
    entries.push_back(std::move(entry));
    in.stray_spaces("no space between namespaces");
  } while (in.at('('));
  in.expect(')', "the end of the list of namespaces");
  return entries;
}

void print_entries(Printer& out, const std::vector<NamespaceEntry>& entries) {
  out.space();
  if (entries.empty()) return out.raw("NIL");
  out.raw("(");
  for (const NamespaceEntry& entry : entries) {
    out.raw("(");
    out.string(encode_modified_utf7(entry.prefix));
    out.space();
    print_delimiter(out, entry.delimiter);
    out.raw(")");
  }
  out.raw(")");
}

}  // namespace

// list = "LIST" SP mailbox SP list-mailbox
void parse(Cursor& in, List& list) {
  parse_pattern(in, list);
}

void print(Printer& out, const List& list) {
  print_pattern(out, list);
}

// lsub = "LSUB" SP mailbox SP list-mailbox
void parse(Cursor& in, Lsub& lsub) {
  parse_pattern(in, lsub);
}

void print(Printer& out, const Lsub& lsub) {
  print_pattern(out, lsub);
}

// mailbox-data = … / "LIST" SP mailbox-list / "LSUB" SP mailbox-list
void parse(Cursor& in, ListData& data) {
  data.listing = parse_listing(in);
}

void print(Printer& out, const ListData& data) {
  out.space();
  print_listing(out, data.listing);
}

void parse(Cursor& in, LsubData& data) {
  data.listing = parse_listing(in);
}

void print(Printer& out, const LsubData& data) {
  out.space();
  print_listing(out, data.listing);
}

// Namespace_Response = "NAMESPACE" SP Namespace SP Namespace SP Namespace (RFC 2342 §6)
void parse(Cursor& in, NamespaceData& data) {
  data.personal = parse_entries(in);
  data.other_users = parse_entries(in);
  data.shared = parse_entries(in);
}

void print(Printer& out, const NamespaceData& data) {
  print_entries(out, data.personal);
  print_entries(out, data.other_users);
  print_entries(out, data.shared);
}

}  // namespace imapscope::wire
