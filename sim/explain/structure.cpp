// BODY and BODYSTRUCTURE, explained value by value, with the number of each part as FETCH BODY[…]
// takes it (RFC 3501 §6.4.5, §7.4.2).
#include <algorithm>
#include <array>
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

BodyPlace part_at(const std::string& number) {
  return {"part " + number, number, number};
}

/// The body of the message that is part `number`, or of the whole one. A multipart has no number of
/// its own there; a single part is number 1.
BodyPlace body_of_message(const BodyStructure& body, const std::string& number) {
  const std::string below = number.empty() ? "" : number + ".";
  if (std::holds_alternative<BodyPart>(body.body)) return part_at(below + "1");
  const std::string name = number.empty() ? "the message" : "the message in part " + number;
  return {name, below + "TEXT", number};
}

struct Words {
  std::string_view name;
  std::string_view meaning;
};

template <std::size_t N>
std::string meaning_of(const std::array<Words, N>& table, std::string_view name,
                       std::string_view otherwise) {
  for (const Words& words : table) {
    if (ascii::equal_ignoring_case(words.name, name)) return std::string(words.meaning);
  }
  return std::string(otherwise);
}

constexpr std::array types{
    Words{"TEXT", "text, for people to read"},
    Words{"IMAGE", "a picture"},
    Words{"AUDIO", "sound"},
    Words{"VIDEO", "moving pictures"},
    Words{"APPLICATION", "content for a program"},
    Words{"MESSAGE", "a message, or a piece of one"},
};
constexpr std::array multiparts{
    Words{"MIXED", "The parts stand side by side, in this order."},
    Words{"ALTERNATIVE", "All parts say the same; a reader shows the last one that it can show."},
    Words{"RELATED", "The parts belong together: one is the root, and points to the others."},
    Words{"DIGEST", "Each part is a message."},
    Words{"SIGNED", "The first part was signed, the second is its signature."},
    Words{"ENCRYPTED", "The first part says how, the second is what was encrypted."},
    Words{"REPORT", "A report on mail: words for people, then facts for programs."},
};
constexpr std::array parameters{
    Words{"CHARSET", "how its characters are written as octets"},
    Words{"BOUNDARY", "the line that separates its parts"},
    Words{"NAME", "its file name; the disposition is the newer place for it"},
    Words{"FILENAME", "the name of the file to save it as"},
    Words{"FORMAT", "whether its lines may be wrapped anew"},
    Words{"DELSP", "whether the space at a wrapped line's end goes"},
    Words{"SIZE", "about how many octets it has"},
    Words{"TYPE", "the media type of its root part"},
    Words{"START", "the Content-ID of its root part"},
    Words{"PROTOCOL", "what kind of signature or encryption it is"},
    Words{"MICALG", "how the signature's digest was computed"},
    Words{"REPORT-TYPE", "what the report is about"},
};
constexpr std::array encodings{
    Words{"7BIT", "lines of ASCII, not encoded"},
    Words{"8BIT", "lines with octets beyond ASCII, not encoded"},
    Words{"BINARY", "any octets, not encoded"},
    Words{"QUOTED-PRINTABLE", "what is not plain ASCII is written as `=` and two hex digits"},
    Words{"BASE64", "three octets are written as four characters of ASCII"},
};
constexpr std::array dispositions{
    Words{"INLINE", "to be shown with the message"},
    Words{"ATTACHMENT", "to be shown only when the reader asks for it"},
};

void explain_structure(Explaining& e, const BodyStructure& structure, const BodyPlace& place);

void explain_parameters(Explaining& e, const std::string& whose) {
  if (!e.at(wire::TokenKind::list_open)) {
    e.say_string("parameters", sentence(whose + " has no parameters"), structure_rfc);
    return;
  }
  e.pass_open("The parameters of " + whose + ": names and values.");
  while (e.inside()) {
    const std::string name = ascii::to_upper(e.content());
    const std::string meaning = meaning_of(parameters, name.substr(0, name.find('*')), "");
    e.say_string("parameter name",
                 meaning.empty() ? "The name of a parameter of " + whose + "; its value follows."
                                 : sentence(meaning),
                 structure_rfc);
    if (e.inside())
      e.say_string("parameter value", "The `" + name + "` of " + whose + ".", structure_rfc);
  }
  e.pass_close("Here the parameters end.");
}

void explain_disposition(Explaining& e, const std::string& part) {
  if (!e.at(wire::TokenKind::list_open)) {
    e.say_string("disposition", sentence(part + " does not say how it wants to be shown"),
                 structure_rfc);
    return;
  }
  e.pass_open("How " + part + " wants to be shown.");
  const std::string kind = e.content();
  e.say_string(
      "disposition",
      sentence(part + " is " + meaning_of(dispositions, kind, "to be treated as an attachment")),
      structure_rfc);
  if (e.inside()) explain_parameters(e, "the disposition");
  e.pass_close("Here the disposition ends.");
}

void explain_language(Explaining& e, const std::string& part) {
  const std::string meaning = "A language that " + part + " is written in.";
  if (!e.at(wire::TokenKind::list_open)) {
    e.say_nstring("language", meaning, sentence(part + " does not name its language"),
                  structure_rfc);
    return;
  }
  e.pass_open("The languages of " + part + ".");
  while (e.inside()) e.say_string("language", meaning, structure_rfc);
  e.pass_close("Here the languages end.");
}

// What single parts and multiparts end with, in BODYSTRUCTURE only.
void explain_extension(Explaining& e, const std::string& part) {
  if (e.inside()) explain_disposition(e, part);
  if (e.inside()) explain_language(e, part);
  if (e.inside()) {
    e.say_nstring("location", "The URI under which " + part + " can also be found.",
                  sentence(part + " gives no location"), structure_rfc);
  }
  while (e.inside()) {
    e.say_unknown("body extension", "A value of a later extension; clients ignore it.",
                  structure_rfc);
  }
}

void explain_lines(Explaining& e, const std::string& part) {
  if (!e.inside()) return;
  e.say("size in lines", sentence(part + " has " + count_of(e.number(), "line") + ", as encoded"),
        structure_rfc);
}

void explain_kind(Explaining& e, const BodyPart& body, const BodyPlace& place) {
  std::visit(overloaded{
                 [](const BodyBasic&) {},
                 [&](const BodyText&) { explain_lines(e, place.name); },
                 [&](const BodyMessage& message) {
                   explain_envelope(e, message.envelope);
                   for (const BodyStructure& inner : message.body) {
                     explain_structure(e, inner, body_of_message(inner, place.prefix));
                   }
                   explain_lines(e, place.name);
                 },
             },
             body.kind);
}

void explain_media_type(Explaining& e, const BodyPart& body, const std::string& part) {
  e.say_string("media type",
               sentence(part + " is " + meaning_of(types, body.type, "of a rarer type")),
               structure_rfc);
  const bool message = std::holds_alternative<BodyMessage>(body.kind);
  e.say_string(
      "subtype",
      sentence("type and subtype of " + part + " are " + body.type + "/" + body.subtype) +
          (message ? " A whole message lies inside: its envelope and its parts follow." : ""),
      structure_rfc);
}

void explain_part(Explaining& e, const BodyPart& body, const BodyPlace& place) {
  const std::string& part = place.name;
  explain_media_type(e, body, part);
  if (e.inside()) explain_parameters(e, part);
  e.say_nstring("content id", "The Content-ID of " + part + ": other parts point to it so.",
                sentence(part + " has no Content-ID"), structure_rfc);
  e.say_nstring("description", "The Content-Description of " + part + ", for people.",
                sentence(part + " has no description"), structure_rfc);
  e.say_string("transfer encoding",
               sentence("how " + part + " is encoded for transport: " +
                        meaning_of(encodings, body.encoding, "by an encoding of its own")),
               structure_rfc);
  e.say("size in octets",
        sentence(part + " has " + count_of(body.octets, "octet") + ", as encoded"), structure_rfc);
  explain_kind(e, body, place);
  if (e.inside()) {
    e.say_nstring("MD5", "The Content-MD5 of " + part + ": a checksum.",
                  sentence(part + " has no checksum"), structure_rfc);
  }
  explain_extension(e, part);
}

void explain_multipart(Explaining& e, const BodyMultipart& body, const BodyPlace& place) {
  const std::string below = place.prefix.empty() ? "" : place.prefix + ".";
  std::size_t child = 0;
  for (const BodyStructure& inner : body.parts) {
    explain_structure(e, inner, part_at(below + std::to_string(++child)));
  }
  e.say_string("multipart subtype",
               sentence(place.name + " is multipart/" + ascii::to_lower(body.subtype)) + " " +
                   meaning_of(multiparts, body.subtype, "The parts stand side by side."),
               structure_rfc);
  if (e.inside()) explain_parameters(e, place.name);
  explain_extension(e, place.name);
}

void explain_structure(Explaining& e, const BodyStructure& structure, const BodyPlace& place) {
  const auto* multipart = std::get_if<BodyMultipart>(&structure.body);
  const std::string fetched = "`BODY[" + place.section + "]` fetches it.";
  if (multipart == nullptr) {
    e.pass_open(sentence(place.name + " begins") + " " + fetched);
    explain_part(e, std::get<BodyPart>(structure.body), place);
  } else {
    e.pass_open(sentence(place.name + " is a multipart") + " " + fetched + " Its " +
                count_of(multipart->parts.size(), "part") +
                (multipart->parts.size() == 1 ? " comes first." : " come first."));
    explain_multipart(e, *multipart, place);
  }
  e.pass_close("Here " + place.name + " ends.");
}

}  // namespace

void explain_body_structure(Explaining& e, const BodyStructure& structure) {
  explain_structure(e, structure, body_of_message(structure, ""));
}

}  // namespace imapscope::explain
