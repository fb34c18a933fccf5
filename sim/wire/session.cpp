#include "sim/wire/session.h"

namespace imapscope::wire {
namespace {

// id-params-list = "(" *(string SP nstring) ")" / nil (RFC 2971 §4)
std::optional<IdFields> parse_fields(Cursor& in) {
  if (in.accept_word("NIL")) return std::nullopt;
  IdFields fields;
  in.list("nil_or_fields", [&] {
    std::string field = in.string("field_name");
    in.space();
    fields.emplace_back(std::move(field), in.nstring("nil_or_field_value"));
  });
  return fields;
}

void print_fields(Printer& out, const std::optional<IdFields>& fields) {
  if (!fields) return out.raw("NIL");
  out.list(*fields, [&out](const auto& field) {
    out.string(field.first);
    out.space();
    out.nstring(field.second);
  });
}

}  // namespace

// capability = ("AUTH=" auth-type) / atom
std::vector<std::string> parse_capabilities(Cursor& in) {
  std::vector<std::string> names;
  while (in.another()) names.emplace_back(in.atom("capability"));
  return names;
}

void print_capabilities(Printer& out, const std::vector<std::string>& names) {
  for (const std::string& name : names) {
    out.space();
    out.raw(name);
  }
}

// id = "ID" SP id-params-list (RFC 2971 §4)
void parse(Cursor& in, Id& id) {
  in.space();
  id.fields = parse_fields(in);
}

void print(Printer& out, const Id& id) {
  out.space();
  print_fields(out, id.fields);
}

// enable = "ENABLE" 1*(SP capability) (RFC 5161 §4)
void parse(Cursor& in, Enable& enable) {
  enable.capabilities = parse_capabilities(in);
  if (enable.capabilities.empty()) in.fail("capability_to_enable", "5161 §4");
}

void print(Printer& out, const Enable& enable) {
  print_capabilities(out, enable.capabilities);
}

// capability-data = "CAPABILITY" *(SP capability) SP "IMAP4rev1" *(SP capability)
void parse(Cursor& in, CapabilityData& data) {
  data.names = parse_capabilities(in);
}

void print(Printer& out, const CapabilityData& data) {
  print_capabilities(out, data.names);
}

// id-response = "ID" SP id-params-list (RFC 2971 §4)
void parse(Cursor& in, IdData& data) {
  in.space();
  data.fields = parse_fields(in);
}

void print(Printer& out, const IdData& data) {
  out.space();
  print_fields(out, data.fields);
}

// enable-data = "ENABLED" *(SP capability) (RFC 5161 §4)
void parse(Cursor& in, EnabledData& data) {
  data.capabilities = parse_capabilities(in);
}

void print(Printer& out, const EnabledData& data) {
  print_capabilities(out, data.capabilities);
}

// language-cmd = "LANGUAGE" *(SP lang-range-quoted) (RFC 5255 §3.5)
void parse(Cursor& in, Language& language) {
  while (in.another()) language.ranges.push_back(in.astring("language"));
}

void print(Printer& out, const Language& language) {
  for (const std::string& range : language.ranges) {
    out.space();
    out.astring(range);
  }
}

// compress = "COMPRESS" SP algorithm, which is an atom (RFC 4978 §5)
void parse(Cursor& in, Compress& compress) {
  in.space();
  compress.algorithm = in.atom("algorithm");
}

void print(Printer& out, const Compress& compress) {
  out.space();
  out.raw(compress.algorithm);
}

// language-data = "LANGUAGE" SP "(" lang-tag-quoted *(SP lang-tag-quoted) ")"
void parse(Cursor& in, LanguageData& data) {
  in.space();
  in.list_of_some("language_list", [&] { data.tags.push_back(in.astring("language")); });
}

void print(Printer& out, const LanguageData& data) {
  out.space();
  out.list(data.tags, [&out](const std::string& tag) { out.astring(tag); });
}

// "JMAPACCESS" SP quoted (RFC 9698)
void parse(Cursor& in, JmapAccessData& data) {
  in.space();
  data.url = in.string("url");
}

void print(Printer& out, const JmapAccessData& data) {
  out.space();
  out.string(data.url);
}

}  // namespace imapscope::wire
