// BODY and BODYSTRUCTURE, explained value by value, with the number of each part as FETCH BODY[…]
// takes it (RFC 3501 §6.4.5, §7.4.2).
#include <string>
#include <string_view>

#include "sim/base/ascii.h"
#include "sim/base/overloaded.h"
#include "sim/explain/explain_parts.h"
#include "sim/explain/wording.h"

namespace imapscope::explain {
namespace {

constexpr const char* structure_rfc = "3501 §7.4.2, 9051 §7.5.2";

/// Where a body stands in the message.
struct BodyPlace {
  std::string name;     ///< "part 1.2"; of a multipart that is a whole message: "the message"
  std::string section;  ///< what FETCH BODY[…] calls its content: "1.2", "TEXT"
  std::string prefix;   ///< what the numbers of its own parts begin with; empty: nothing
};

BodyPlace part_at(const Explaining& e, const std::string& number) {
  return {e.words("explain.structure.part", {{"number", number}}), number, number};
}

/// The body of the message that is part `number`, or of the whole one. A multipart has no number of
/// its own there; a single part is number 1.
BodyPlace body_of_message(const Explaining& e, const BodyStructure& body,
                          const std::string& number) {
  const std::string below = number.empty() ? "" : number + ".";
  if (std::holds_alternative<BodyPart>(body.body)) return part_at(e, below + "1");
  const std::string name = number.empty()
                               ? e.words("explain.structure.message")
                               : e.words("explain.structure.inner_message", {{"number", number}});
  return {name, below + "TEXT", number};
}

/// The message of `group` that is called so, else the one called `other`.
std::string by_name(const Explaining& e, const std::string& group, std::string_view name,
                    const std::string& part) {
  const std::string key = group + ascii::to_upper(name);
  return e.words(e.words().has(key) ? key : group + "other", {{"part", part}});
}

void explain_structure(Explaining& e, const BodyStructure& structure, const BodyPlace& place);

void explain_parameters(Explaining& e, const std::string& whose) {
  if (!e.at(wire::TokenKind::list_open)) {
    e.say_string("parameters", e.words("explain.structure.no_parameters", {{"part", whose}}),
                 structure_rfc);
    return;
  }
  e.pass_open(e.words("explain.structure.parameters", {{"part", whose}}));
  while (e.inside()) {
    const std::string name = ascii::to_upper(e.content());
    e.say_string("parameter_name",
                 by_name(e, "explain.structure.parameter.", name.substr(0, name.find('*')), whose),
                 structure_rfc);
    if (!e.inside()) break;
    e.say_string("parameter_value",
                 e.words("explain.structure.value", {{"name", name}, {"part", whose}}),
                 structure_rfc);
  }
  e.pass_close(e.words("explain.structure.parameters_end"));
}

void explain_disposition(Explaining& e, const std::string& part) {
  if (!e.at(wire::TokenKind::list_open)) {
    e.say_string("disposition", e.words("explain.structure.no_disposition", {{"part", part}}),
                 structure_rfc);
    return;
  }
  e.pass_open(e.words("explain.structure.disposition_begins", {{"part", part}}));
  e.say_string("disposition", by_name(e, "explain.structure.disposition.", e.content(), part),
               structure_rfc);
  if (e.inside()) explain_parameters(e, e.words("explain.structure.of_disposition"));
  e.pass_close(e.words("explain.structure.disposition_ends"));
}

void explain_language(Explaining& e, const std::string& part) {
  const std::string meaning = e.words("explain.structure.language", {{"part", part}});
  if (!e.at(wire::TokenKind::list_open)) {
    e.say_nstring("language", meaning, e.words("explain.structure.no_language", {{"part", part}}),
                  structure_rfc);
    return;
  }
  e.pass_open(e.words("explain.structure.languages", {{"part", part}}));
  while (e.inside()) e.say_string("language", meaning, structure_rfc);
  e.pass_close(e.words("explain.structure.languages_end"));
}

// What single parts and multiparts end with, in BODYSTRUCTURE only.
void explain_extension(Explaining& e, const std::string& part) {
  if (e.inside()) explain_disposition(e, part);
  if (e.inside()) explain_language(e, part);
  if (e.inside()) {
    e.say_nstring("location", e.words("explain.structure.location", {{"part", part}}),
                  e.words("explain.structure.no_location", {{"part", part}}), structure_rfc);
  }
  while (e.inside()) {
    e.say_unknown("body_extension", e.words("explain.structure.extension"), structure_rfc);
  }
}

void explain_lines(Explaining& e, const std::string& part) {
  if (!e.inside()) return;
  e.say("size_in_lines",
        e.words("explain.structure.lines", {{"part", part}, {"count", e.number()}}), structure_rfc);
}

void explain_kind(Explaining& e, const BodyPart& body, const BodyPlace& place) {
  std::visit(overloaded{
                 [](const BodyBasic&) {},
                 [&](const BodyText&) { explain_lines(e, place.name); },
                 [&](const BodyMessage& message) {
                   explain_envelope(e, message.envelope);
                   for (const BodyStructure& inner : message.body) {
                     explain_structure(e, inner, body_of_message(e, inner, place.prefix));
                   }
                   explain_lines(e, place.name);
                 },
             },
             body.kind);
}

void explain_media_type(Explaining& e, const BodyPart& body, const std::string& part) {
  e.say_string("media_type", by_name(e, "explain.structure.type.", body.type, part), structure_rfc);
  const bool message = std::holds_alternative<BodyMessage>(body.kind);
  const std::string type = body.type + "/" + body.subtype;
  e.say_string("subtype",
               message ? e.words("explain.structure.message_type", {{"part", part}, {"type", type}})
                       : e.words("explain.structure.full_type", {{"part", part}, {"type", type}}),
               structure_rfc);
}

void explain_part(Explaining& e, const BodyPart& body, const BodyPlace& place) {
  const std::string& part = place.name;
  explain_media_type(e, body, part);
  if (e.inside()) explain_parameters(e, part);
  e.say_nstring("content_id", e.words("explain.structure.content_id", {{"part", part}}),
                e.words("explain.structure.no_content_id", {{"part", part}}), structure_rfc);
  e.say_nstring("description", e.words("explain.structure.description", {{"part", part}}),
                e.words("explain.structure.no_description", {{"part", part}}), structure_rfc);
  e.say_string("transfer_encoding", by_name(e, "explain.structure.encoding.", body.encoding, part),
               structure_rfc);
  e.say("size_in_octets",
        e.words("explain.structure.octets", {{"part", part}, {"count", body.octets}}),
        structure_rfc);
  explain_kind(e, body, place);
  if (e.inside()) {
    e.say_nstring("MD5", e.words("explain.structure.md5", {{"part", part}}),
                  e.words("explain.structure.no_md5", {{"part", part}}), structure_rfc);
  }
  explain_extension(e, part);
}

void explain_multipart(Explaining& e, const BodyMultipart& body, const BodyPlace& place) {
  const std::string below = place.prefix.empty() ? "" : place.prefix + ".";
  std::size_t child = 0;
  for (const BodyStructure& inner : body.parts) {
    explain_structure(e, inner, part_at(e, below + std::to_string(++child)));
  }
  e.say_string(
      "multipart_subtype",
      e.words("explain.structure.is_multipart",
              {{"part", place.name},
               {"subtype", ascii::to_lower(body.subtype)},
               {"meaning", by_name(e, "explain.structure.multipart.", body.subtype, place.name)}}),
      structure_rfc);
  if (e.inside()) explain_parameters(e, place.name);
  explain_extension(e, place.name);
}

void explain_structure(Explaining& e, const BodyStructure& structure, const BodyPlace& place) {
  const auto* multipart = std::get_if<BodyMultipart>(&structure.body);
  if (multipart == nullptr) {
    e.pass_open(e.words("explain.structure.part_begins",
                        {{"part", place.name}, {"section", place.section}}));
    explain_part(e, std::get<BodyPart>(structure.body), place);
  } else {
    e.pass_open(e.words(
        "explain.structure.multipart_begins",
        {{"part", place.name}, {"section", place.section}, {"count", multipart->parts.size()}}));
    explain_multipart(e, *multipart, place);
  }
  e.pass_close(e.words("explain.structure.part_ends", {{"part", place.name}}));
}

}  // namespace

void explain_body_structure(Explaining& e, const BodyStructure& structure) {
  explain_structure(e, structure, body_of_message(e, structure, ""));
}

}  // namespace imapscope::explain
