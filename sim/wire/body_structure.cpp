#include "sim/wire/body_structure.h"

#include "sim/base/ascii.h"
#include "sim/base/overloaded.h"
#include "sim/wire/envelope.h"

namespace imapscope::wire {
namespace {

// body-fld-param = "(" string SP string *(SP string SP string) ")" / nil
BodyParameters parse_body_parameters(Cursor& in) {
  BodyParameters parameters;
  if (in.accept_word("NIL")) return parameters;
  const std::size_t begin = in.offset();
  in.list("nil_or_parameters", [&] {
    std::string name = in.string("parameter_name");
    in.space();
    parameters.emplace_back(std::move(name), in.string("parameter_value"));
  });
  if (in.ok() && parameters.empty()) in.tolerate(QuirkKind::nil_for_list, begin, "parameter");
  return parameters;
}

void print_body_parameters(Printer& out, const BodyParameters& parameters) {
  if (parameters.empty()) return out.raw("NIL");
  out.list(parameters, [&out](const auto& parameter) {
    out.string(parameter.first);
    out.space();
    out.string(parameter.second);
  });
}

// body-fld-dsp = "(" string SP body-fld-param ")" / nil
std::optional<BodyDisposition> parse_disposition(Cursor& in) {
  if (in.accept_word("NIL")) return std::nullopt;
  BodyDisposition disposition;
  in.expect('(', "nil_or_disposition");
  disposition.type = in.string("disposition_type");
  in.space();
  disposition.parameters = parse_body_parameters(in);
  in.expect(')', "disposition_end");
  return disposition;
}

void print_disposition(Printer& out, const std::optional<BodyDisposition>& disposition) {
  if (!disposition) return out.raw("NIL");
  out.raw("(");
  out.string(disposition->type);
  out.space();
  print_body_parameters(out, disposition->parameters);
  out.raw(")");
}

// body-fld-lang = nstring / "(" string *(SP string) ")"
std::vector<std::string> parse_language(Cursor& in) {
  std::vector<std::string> languages;
  if (in.at('(')) {
    in.list_of_some("language_list", [&] { languages.push_back(in.string("language")); });
  } else if (auto language = in.nstring("nil_or_languages")) {
    languages.push_back(std::move(*language));
  }
  return languages;
}

void print_language(Printer& out, const std::vector<std::string>& languages) {
  if (languages.empty()) return out.raw("NIL");
  out.list(languages, [&out](const std::string& language) { out.string(language); });
}

// [SP body-fld-dsp [SP body-fld-lang [SP body-fld-loc *(SP body-extension)]]]: the end of
// body-ext-1part and body-ext-mpart; what lies beyond the location is passed over. False where the
// first of them is not there.
bool parse_extension_tail(Cursor& in, BodyExtension& extension) {
  if (!in.another()) return false;
  extension.disposition = parse_disposition(in);
  if (!in.another()) return true;
  extension.language = parse_language(in);
  if (!in.another()) return true;
  extension.location = in.nstring("nil_or_location");
  while (in.another()) in.value("body_extension");
  return true;
}

void print_extension_tail(Printer& out, const BodyExtension& extension) {
  out.space();
  print_disposition(out, extension.disposition);
  out.space();
  print_language(out, extension.language);
  out.space();
  out.nstring(extension.location);
}

// body-type-text ends with body-fld-lines; body-type-msg with envelope, body and body-fld-lines
void parse_kind(Cursor& in, BodyPart& part) {
  if (ascii::equal_ignoring_case(part.type, "TEXT")) {
    in.space();
    part.kind = BodyText{in.number("line_count")};
  } else if (ascii::equal_ignoring_case(part.type, "MESSAGE") &&
             ascii::equal_ignoring_case(part.subtype, "RFC822")) {
    BodyMessage message;
    in.space();
    message.envelope = parse_envelope(in);
    in.space();
    message.body.push_back(parse_body_structure(in));
    in.space();
    message.lines = in.number("line_count");
    part.kind = std::move(message);
  }
}

// body-type-1part; body-fields = body-fld-param SP body-fld-id SP body-fld-desc SP body-fld-enc SP
//                                body-fld-octets
BodyPart parse_part(Cursor& in) {
  BodyPart part;
  part.type = in.string("media_type");
  in.space();
  part.subtype = in.string("media_subtype");
  in.space();
  part.parameters = parse_body_parameters(in);
  in.space();
  part.id = in.nstring("nil_or_content_id");
  in.space();
  part.description = in.nstring("nil_or_description");
  in.space();
  part.encoding = in.string("transfer_encoding");
  in.space();
  part.octets = in.number64("size");
  parse_kind(in, part);
  return part;
}

// body-ext-1part = body-fld-md5 …
std::optional<BodyExtension> parse_part_extension(Cursor& in) {
  if (!in.another()) return std::nullopt;
  BodyExtension extension;
  extension.md5 = in.nstring("nil_or_md5");
  parse_extension_tail(in, extension);
  return extension;
}

// body-type-mpart = 1*body SP media-subtype [SP body-ext-mpart]
BodyStructure parse_multipart(Cursor& in) {
  BodyMultipart multipart;
  while (in.at('(')) multipart.parts.push_back(parse_body_structure(in));
  in.space();
  multipart.subtype = in.string("multipart_subtype");
  BodyExtension extension;
  bool extended = false;
  if (in.another()) {
    multipart.parameters = parse_body_parameters(in);
    extended = parse_extension_tail(in, extension);
  }
  return {std::move(multipart), extended ? std::optional(std::move(extension)) : std::nullopt};
}

void print_kind(Printer& out, const BodyPart& part) {
  std::visit(overloaded{
                 [](const BodyBasic&) {},
                 [&out](const BodyText& text) {
                   out.space();
                   out.number(text.lines);
                 },
                 [&out](const BodyMessage& message) {
                   out.space();
                   print_envelope(out, message.envelope);
                   out.space();
                   for (const BodyStructure& body : message.body) print_body_structure(out, body);
                   out.space();
                   out.number(message.lines);
                 },
             },
             part.kind);
}

void print_part(Printer& out, const BodyPart& part, const std::optional<BodyExtension>& extension) {
  out.string(part.type);
  out.space();
  out.string(part.subtype);
  out.space();
  print_body_parameters(out, part.parameters);
  out.space();
  out.nstring(part.id);
  out.space();
  out.nstring(part.description);
  out.space();
  out.string(part.encoding);
  out.space();
  out.number(part.octets);
  print_kind(out, part);
  if (!extension) return;
  out.space();
  out.nstring(extension->md5);
  print_extension_tail(out, *extension);
}

void print_multipart(Printer& out, const BodyMultipart& multipart,
                     const std::optional<BodyExtension>& extension) {
  for (const BodyStructure& part : multipart.parts) print_body_structure(out, part);
  out.space();
  out.string(multipart.subtype);
  if (!extension && multipart.parameters.empty()) return;
  out.space();
  print_body_parameters(out, multipart.parameters);
  if (extension) print_extension_tail(out, *extension);
}

}  // namespace

// body = "(" (body-type-1part / body-type-mpart) ")"
BodyStructure parse_body_structure(Cursor& in) {
  const Cursor::Deeper deeper(in);
  BodyStructure structure;
  in.expect('(', "body_structure");
  if (in.at('(')) {
    structure = parse_multipart(in);
  } else {
    structure.body = parse_part(in);
    structure.extension = parse_part_extension(in);
  }
  in.expect(')', "body_structure_end");
  return structure;
}

void print_body_structure(Printer& out, const BodyStructure& structure) {
  out.raw("(");
  std::visit(overloaded{
                 [&](const BodyPart& part) { print_part(out, part, structure.extension); },
                 [&](const BodyMultipart& multipart) {
                   print_multipart(out, multipart, structure.extension);
                 },
             },
             structure.body);
  out.raw(")");
}

}  // namespace imapscope::wire
