#include "sim/wire/fetch.h"

#include <array>
#include <utility>

#include "sim/base/ascii.h"
#include "sim/base/overloaded.h"
#include "sim/wire/body_structure.h"
#include "sim/wire/date_time.h"
#include "sim/wire/envelope.h"
#include "sim/wire/parameters.h"
#include "sim/wire/section.h"

namespace imapscope::wire {
namespace {

// In the enums' order.
constexpr std::array<std::string_view, 10> attribute_names{
    "FLAGS", "INTERNALDATE",  "RFC822.SIZE", "ENVELOPE",      "UID",
    "BODY",  "BODYSTRUCTURE", "RFC822",      "RFC822.HEADER", "RFC822.TEXT"};
constexpr std::array<std::string_view, 3> macro_names{"ALL", "FAST", "FULL"};

std::string_view name_of(FetchAttribute attribute) {
  return attribute_names[static_cast<std::size_t>(attribute)];
}

std::optional<FetchAttribute> find_attribute(std::string_view name) {
  for (std::size_t i = 0; i < attribute_names.size(); ++i) {
    if (ascii::equal_ignoring_case(name, attribute_names[i])) return static_cast<FetchAttribute>(i);
  }
  return std::nullopt;
}

std::optional<FetchMacro> accept_macro(Cursor& in) {
  for (std::size_t i = 0; i < macro_names.size(); ++i) {
    if (in.accept_word(macro_names[i])) return static_cast<FetchMacro>(i);
  }
  return std::nullopt;
}

/// `PREVIEW (LAZY)` has its list where it stands alone, too (RFC 8970 §6).
bool takes_list(const Cursor& in, std::string_view name, bool listed) {
  if (listed || !ascii::equal_ignoring_case(name, "PREVIEW")) return listed;
  Cursor ahead = in;
  return ahead.accept(' ') && ahead.accept('(') && ahead.at_word("LAZY");
}

// Behind a name that stands alone the modifiers of the command may begin.
FetchOther parse_other(Cursor& in, std::string_view name, bool listed) {
  FetchOther other{std::string(name)};
  other.text += in.bracketed();
  if (!takes_list(in, name, listed) || !in.at_space_then('(')) return other;
  in.space();
  other.text += " ";
  other.text += in.value("item_value");
  return other;
}

// section-binary = "[" [section-part] "]" (RFC 3516 §7)
std::vector<std::uint32_t> parse_binary_path(Cursor& in) {
  std::vector<std::uint32_t> path;
  in.expect('[', "bracketed_section");
  if (!in.at(']')) {
    do {
      path.push_back(in.nz_number("part_number"));
    } while (in.accept('.'));
  }
  in.expect(']', "section_bracket");
  return path;
}

std::optional<FetchBinary::Form> find_binary(std::string_view name) {
  for (const auto form :
       {FetchBinary::Form::read, FetchBinary::Form::peek, FetchBinary::Form::size}) {
    if (ascii::equal_ignoring_case(name, imapscope::name_of(form))) return form;
  }
  return std::nullopt;
}

FetchBinary parse_binary(Cursor& in, FetchBinary::Form form) {
  FetchBinary binary{form, parse_binary_path(in), {}};
  if (form != FetchBinary::Form::size) binary.partial = parse_partial(in);
  return binary;
}

void print_binary_path(Printer& out, const std::vector<std::uint32_t>& path) {
  print_section(out, Section{.path = path, .text = Section::Text::all, .fields = {}});
}

// fetch-att = "ENVELOPE" / "FLAGS" / … / "BODY" section ["<" number "." nz-number ">"] /
//             "BODY.PEEK" section ["<" number "." nz-number ">"]
FetchItem parse_item(Cursor& in, bool listed) {
  const std::size_t begin = in.offset();
  const std::string_view name = in.name("fetch_item");
  const bool peek = ascii::equal_ignoring_case(name, "BODY.PEEK");
  const auto attribute = find_attribute(name);
  if (peek || (attribute == FetchAttribute::body && in.at('['))) {
    FetchSection section{.peek = peek, .section = parse_section(in), .partial = {}};
    section.partial = parse_partial(in);
    return section;
  }
  if (attribute) return *attribute;
  if (!in.extension_at(begin, "fetch_item", "3501 §6.4.5")) return FetchAttribute::flags;
  if (const auto form = find_binary(name)) return parse_binary(in, *form);
  return parse_other(in, name, listed);
}

void print_partial(Printer& out, const std::optional<Partial>& partial) {
  if (!partial) return;
  out.raw("<");
  out.number(partial->first);
  out.raw(".");
  out.number(partial->count);
  out.raw(">");
}

void print_item(Printer& out, const FetchItem& item) {
  std::visit(overloaded{
                 [&out](FetchAttribute attribute) { out.raw(name_of(attribute)); },
                 [&out](const FetchOther& other) { out.raw(other.text); },
                 [&out](const FetchBinary& binary) {
                   out.raw(imapscope::name_of(binary.form));
                   print_binary_path(out, binary.path);
                   print_partial(out, binary.partial);
                 },
                 [&out](const FetchSection& section) {
                   out.raw(section.peek ? "BODY.PEEK" : "BODY");
                   print_section(out, section.section);
                   print_partial(out, section.partial);
                 },
             },
             item);
}

/// In no list: behind an item of an extension what follows could be taken for its arguments.
bool stands_alone(const std::vector<FetchItem>& items) {
  return items.size() == 1 && !std::holds_alternative<FetchOther>(items.front());
}

// ---- `* n FETCH (…)` ----

// "<" number ">"
std::optional<std::uint64_t> parse_origin(Cursor& in) {
  if (!in.accept('<')) return std::nullopt;
  const std::uint64_t origin = in.number64("first_octet");
  in.expect('>', "closing_angle");
  return origin;
}

// "BODY" section ["<" number ">"] SP nstring
FetchedItem parse_fetched_section(Cursor& in) {
  FetchedSection fetched{.what = parse_section(in), .origin = {}, .octets = {}};
  fetched.origin = parse_origin(in);
  in.space();
  fetched.octets = in.nstring("nil_or_section_octets");
  return fetched;
}

FetchedItem parse_fetched(Cursor& in, FetchAttribute attribute) {
  in.space();
  switch (attribute) {
    case FetchAttribute::flags:
      return FetchedFlags{in.flag_list()};
    case FetchAttribute::internal_date:
      return FetchedInternalDate{parse_date_time(in)};
    case FetchAttribute::rfc822_size:
      return FetchedSize{in.number64("size")};
    case FetchAttribute::envelope:
      return FetchedEnvelope{parse_envelope(in)};
    case FetchAttribute::uid:
      return FetchedUid{{in.nz_number("uid")}};
    case FetchAttribute::body:
    case FetchAttribute::body_structure:
      return FetchedStructure{attribute == FetchAttribute::body_structure,
                              parse_body_structure(in)};
    case FetchAttribute::rfc822:
    case FetchAttribute::rfc822_header:
    case FetchAttribute::rfc822_text:
      break;
  }
  return FetchedSection{attribute, {}, in.nstring("nil_or_message_octets")};
}

// "BINARY" section-binary ["<" number ">"] SP (nstring / literal8); "BINARY.SIZE" section-binary SP
// number
FetchedItem parse_fetched_binary(Cursor& in, FetchBinary::Form form) {
  std::vector<std::uint32_t> path = parse_binary_path(in);
  if (form == FetchBinary::Form::size) {
    in.space();
    return FetchedBinarySize{std::move(path), in.number("size")};
  }
  FetchedBinary fetched{std::move(path), {}, {}};
  fetched.origin = parse_origin(in);
  in.space();
  fetched.any_octet = in.at('~');
  fetched.octets = in.nstring("nil_or_section_octets");
  return fetched;
}

// An extension's item: its name, with a section of its own perhaps, and any value.
FetchedItem parse_other(Cursor& in, std::string_view name) {
  FetchedOther other{std::string(name), {}};
  other.name += in.bracketed();
  in.space();
  other.text = in.value("item_value");
  return other;
}

// msg-att = "(" (msg-att-dynamic / msg-att-static) *(SP …) ")": one of its elements
FetchedItem parse_fetched_item(Cursor& in) {
  const std::string_view name = in.name("item_name");
  const auto attribute = find_attribute(name);
  if (attribute == FetchAttribute::body && in.at('[')) return parse_fetched_section(in);
  if (attribute && !in.at('[')) return parse_fetched(in, *attribute);
  const auto binary = find_binary(name);
  if (binary && binary != FetchBinary::Form::peek && in.at('[')) {
    return parse_fetched_binary(in, *binary);
  }
  return parse_other(in, name);
}

void print_octets(Printer& out, const NString& octets) {
  if (octets) {
    out.literal(*octets);
  } else {
    out.raw("NIL");
  }
}

void print_origin(Printer& out, const std::optional<std::uint64_t>& origin) {
  if (!origin) return;
  out.raw("<");
  out.number(*origin);
  out.raw(">");
}

void print_fetched_section(Printer& out, const FetchedSection& fetched) {
  std::visit(overloaded{
                 [&out](const Section& section) {
                   out.raw("BODY");
                   print_section(out, section);
                 },
                 [&out](FetchAttribute attribute) { out.raw(name_of(attribute)); },
             },
             fetched.what);
  print_origin(out, fetched.origin);
  out.space();
  print_octets(out, fetched.octets);
}

void print_fetched_binary(Printer& out, const FetchedBinary& fetched) {
  out.raw("BINARY");
  print_binary_path(out, fetched.path);
  print_origin(out, fetched.origin);
  out.space();
  if (fetched.any_octet) out.raw("~");
  print_octets(out, fetched.octets);
}

void print_fetched_item(Printer& out, const FetchedItem& item) {
  std::visit(overloaded{
                 [&out](const FetchedFlags& fetched) {
                   out.raw("FLAGS ");
                   out.flags(fetched.flags);
                 },
                 [&out](const FetchedInternalDate& fetched) {
                   out.raw("INTERNALDATE ");
                   print_date_time(out, fetched.time);
                 },
                 [&out](const FetchedSize& fetched) {
                   out.raw("RFC822.SIZE ");
                   out.number(fetched.octets);
                 },
                 [&out](const FetchedUid& fetched) {
                   out.raw("UID ");
                   out.number(fetched.uid.value);
                 },
                 [&out](const FetchedEnvelope& fetched) {
                   out.raw("ENVELOPE ");
                   print_envelope(out, *fetched.envelope);
                 },
                 [&out](const FetchedStructure& fetched) {
                   out.raw(fetched.extensible ? "BODYSTRUCTURE " : "BODY ");
                   print_body_structure(out, *fetched.structure);
                 },
                 [&out](const FetchedSection& fetched) { print_fetched_section(out, fetched); },
                 [&out](const FetchedBinary& fetched) { print_fetched_binary(out, fetched); },
                 [&out](const FetchedBinarySize& fetched) {
                   out.raw("BINARY.SIZE");
                   print_binary_path(out, fetched.path);
                   out.space();
                   out.number(fetched.octets);
                 },
                 [&out](const FetchedOther& fetched) {
                   out.raw(fetched.name);
                   out.space();
                   out.raw(fetched.text);
                 },
             },
             item);
}

decltype(Fetch::items) parse_items(Cursor& in) {
  if (const auto macro = accept_macro(in)) return *macro;
  if (in.at('(')) return parse_fetch_list(in);
  return std::vector<FetchItem>{parse_item(in, false)};
}

}  // namespace

std::vector<FetchItem> parse_fetch_list(Cursor& in) {
  std::vector<FetchItem> items;
  in.list_of_some("fetch_item_list", [&] { items.push_back(parse_item(in, true)); });
  return items;
}

void print_fetch_list(Printer& out, const std::vector<FetchItem>& items) {
  out.list(items, [&out](const FetchItem& item) { print_item(out, item); });
}

// fetch = "FETCH" SP sequence-set SP ("ALL" / "FULL" / "FAST" / fetch-att /
//         "(" fetch-att *(SP fetch-att) ")") [fetch-modifiers] (the last from RFC 4466 §3)
void parse(Cursor& in, Form form, Fetch& fetch) {
  in.space();
  fetch.messages = in.message_set(form);
  in.space();
  fetch.items = parse_items(in);
  fetch.modifiers = parse_parameters_at_end(in);
}

void print(Printer& out, const Fetch& fetch) {
  out.space();
  out.set(fetch.messages);
  out.space();
  std::visit(
      overloaded{
          [&out](FetchMacro macro) { out.raw(macro_names[static_cast<std::size_t>(macro)]); },
          [&out](const std::vector<FetchItem>& items) {
            if (stands_alone(items)) return print_item(out, items.front());
            print_fetch_list(out, items);
          },
      },
      fetch.items);
  print_parameters_at_end(out, fetch.modifiers);
}

// message-data = nz-number SP ("EXPUNGE" / ("FETCH" SP msg-att))
void parse(Cursor& in, const DataNumber& number, FetchData& data) {
  data.number = message_number(in, number);
  in.space();
  in.list_of_some("item_list", [&] { data.items.push_back(parse_fetched_item(in)); });
}

void print(Printer& out, const FetchData& data) {
  out.space();
  out.list(data.items, [&out](const FetchedItem& item) { print_fetched_item(out, item); });
}

// uidfetch-resp = uniqueid SP "UIDFETCH" SP msg-att (RFC 9586 §4)
void parse(Cursor& in, const DataNumber& number, UidFetchData& data) {
  data.number = Uid{message_number(in, number).value};
  in.space();
  in.list_of_some("item_list", [&] { data.items.push_back(parse_fetched_item(in)); });
}

void print(Printer& out, const UidFetchData& data) {
  out.space();
  out.list(data.items, [&out](const FetchedItem& item) { print_fetched_item(out, item); });
}

}  // namespace imapscope::wire
