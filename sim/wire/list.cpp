#include "sim/wire/list.h"

#include "sim/wire/parameters.h"

namespace imapscope::wire {
namespace {

constexpr Expected reference_expected = "reference_name";
constexpr Expected pattern_expected = "mailbox_pattern";

// list-select-opts = "(" [list-select-opt *(SP list-select-opt)] ")" (RFC 5258 §6)
void parse_selection(Cursor& in, List& list) {
  if (!in.at('(') || !in.extension_at(in.offset(), reference_expected)) return;
  list.selection = parse_parameters(in);
  in.space();
}

// mbox-or-pat = list-mailbox / "(" list-mailbox *(SP list-mailbox) ")"
void parse_patterns(Cursor& in, List& list) {
  const auto parse_one = [&in] { return in.mailbox_text(pattern_expected, true); };
  if (!in.at('(') || !in.extension_at(in.offset(), pattern_expected)) {
    list.pattern = parse_one();
    return;
  }
  list.in_parentheses = true;
  in.list_of_some("pattern_list", [&] { list.more_patterns.push_back(parse_one()); });
  if (list.more_patterns.empty()) return;
  list.pattern = std::move(list.more_patterns.front());
  list.more_patterns.erase(list.more_patterns.begin());
}

void print_patterns(Printer& out, const List& list) {
  if (!list.in_parentheses) return out.mailbox_text(list.pattern, true);
  out.raw("(");
  out.mailbox_text(list.pattern, true);
  for (const std::string& pattern : list.more_patterns) {
    out.space();
    out.mailbox_text(pattern, true);
  }
  out.raw(")");
}

// list-return-opts = SP "RETURN" SP "(" [return-option *(SP return-option)] ")"
void parse_returns(Cursor& in, List& list) {
  Cursor ahead = in;
  if (!ahead.accept(' ') || !ahead.accept_word("RETURN")) return;
  if (!in.extension_at(in.offset(), "line_end")) return;
  in.space();
  in.accept_word("RETURN");
  in.space();
  list.returns = parse_parameters(in);
}

/// A reference and one pattern.
template <class C>
void parse_plain(Cursor& in, C& command) {
  in.space();
  command.reference = in.mailbox_text(reference_expected, false);
  in.space();
  command.pattern = in.mailbox_text(pattern_expected, true);
}

template <class C>
void print_plain(Printer& out, const C& command) {
  out.space();
  out.mailbox_text(command.reference, false);
  out.space();
  out.mailbox_text(command.pattern, true);
}

// mbx-list-flags: "\" atom, any number
std::string parse_attribute(Cursor& in) {
  if (!in.at('\\')) in.fail("backslash_attribute", "3501 §7.2.2");
  return in.flag().name;
}

// DQUOTE QUOTED-CHAR DQUOTE / nil
std::optional<char> parse_delimiter(Cursor& in) {
  const std::size_t begin = in.offset();
  const NString text = in.nstring("nil_or_delimiter");
  if (!text) return std::nullopt;
  if (in.ok() && text->size() != 1) in.fail_at(begin, "one_character_delimiter");
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
  in.list("attribute_list", [&] { listing.attributes.push_back(parse_attribute(in)); });
  in.space();
  listing.delimiter = parse_delimiter(in);
  in.space();
  listing.mailbox = in.mailbox();
  if (in.another()) listing.extended = in.value("extended_item_list");
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
  in.expect('(', "nil_or_namespaces");
  do {
    in.expect('(', "namespace_list");
    NamespaceEntry entry;
    entry.prefix = in.mailbox_text("namespace_prefix", false);
    in.space();
    entry.delimiter = parse_delimiter(in);
    while (in.another()) in.value("namespace_extension");
    in.expect(')', "namespace_end");
    entries.push_back(std::move(entry));
    in.stray_spaces("no_space_between_namespaces");
  } while (in.at('('));
  in.expect(')', "namespaces_end");
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
//        (and what RFC 5258 §6 adds)
void parse(Cursor& in, List& list) {
  in.space();
  parse_selection(in, list);
  list.reference = in.mailbox_text(reference_expected, false);
  in.space();
  parse_patterns(in, list);
  parse_returns(in, list);
}

void print(Printer& out, const List& list) {
  out.space();
  if (list.selection) {
    print_parameters(out, *list.selection);
    out.space();
  }
  out.mailbox_text(list.reference, false);
  out.space();
  print_patterns(out, list);
  if (!list.returns) return;
  out.raw(" RETURN ");
  print_parameters(out, *list.returns);
}

// lsub = "LSUB" SP mailbox SP list-mailbox
void parse(Cursor& in, Lsub& lsub) {
  parse_plain(in, lsub);
}

void print(Printer& out, const Lsub& lsub) {
  print_plain(out, lsub);
}

// As LIST was before it took options.
void parse(Cursor& in, XList& xlist) {
  parse_plain(in, xlist);
}

void print(Printer& out, const XList& xlist) {
  print_plain(out, xlist);
}

// rlist = "RLIST" SPACE mailbox SPACE list_mailbox; rlsub likewise (RFC 2193 §6)
void parse(Cursor& in, RList& rlist) {
  parse_plain(in, rlist);
}

void print(Printer& out, const RList& rlist) {
  print_plain(out, rlist);
}

void parse(Cursor& in, RLsub& rlsub) {
  parse_plain(in, rlsub);
}

void print(Printer& out, const RLsub& rlsub) {
  print_plain(out, rlsub);
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

void parse(Cursor& in, XListData& data) {
  data.listing = parse_listing(in);
}

void print(Printer& out, const XListData& data) {
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
