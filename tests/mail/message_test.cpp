#include <doctest/doctest.h>

#include "sim/mail/message.h"

using namespace imapscope;
using namespace imapscope::mail;

namespace {

using Text = Section::Text;

const char* const letter =
    "From: ada@engine.example\n"
    "Subject: one\n"
    " two\n"
    "X-Note: keep\n"
    "Content-Type: multipart/mixed; boundary=b\n"
    "\n"
    "preamble\n"
    "--b\n"
    "\n"
    "first\n"
    "--b\n"
    "Content-Type: message/rfc822\n"
    "\n"
    "Subject: inner\n"
    "Content-Type: multipart/alternative; boundary=c\n"
    "\n"
    "--c\n"
    "Content-Type: text/html\n"
    "\n"
    "<p>\n"
    "--c--\n"
    "--b--\n";

std::string shown(const NString& octets) {
  return octets ? *octets : "NIL";
}

}  // namespace

TEST_CASE("bare line feeds become CRLF, and nothing else changes") {
  const std::pair<std::string, std::string> rows[] = {
      {"", ""},
      {"a\nb\r\nc\rd", "a\r\nb\r\nc\rd"},
      {"\n\n", "\r\n\r\n"},
      {"\r\r\n", "\r\r\n"},
      {std::string("a\0\n", 3), std::string("a\0\r\n", 4)},
  };
  for (const auto& [given, expected] : rows) CHECK(Message(given).octets() == expected);
  CHECK(Message("a\n").size() == 3);
}

TEST_CASE("every form of a section transfers its part of the message") {
  struct Row {
    Section section;
    const char* expected;
  };
  const Row rows[] = {
      {{{}, Text::header_fields, {"SUBJECT", "x-none"}}, "Subject: one\r\n two\r\n\r\n"},
      {{{}, Text::header_fields, {"none"}}, "\r\n"},
      {{{}, Text::header_fields_not, {"from", "Content-Type"}},
       "Subject: one\r\n two\r\nX-Note: keep\r\n\r\n"},
      {{{1}, Text::all, {}}, "first"},
      {{{1}, Text::mime, {}}, "\r\n"},
      {{{1}, Text::header, {}}, "NIL"},
      {{{1}, Text::text, {}}, "NIL"},
      {{{1, 1}, Text::all, {}}, "NIL"},
      {{{2}, Text::mime, {}}, "Content-Type: message/rfc822\r\n\r\n"},
      {{{2}, Text::header, {}},
       "Subject: inner\r\nContent-Type: multipart/alternative; boundary=c\r\n\r\n"},
      {{{2}, Text::header_fields, {"Subject"}}, "Subject: inner\r\n\r\n"},
      {{{2}, Text::text, {}}, "--c\r\nContent-Type: text/html\r\n\r\n<p>\r\n--c--"},
      {{{2, 1}, Text::all, {}}, "<p>"},
      {{{2, 1}, Text::mime, {}}, "Content-Type: text/html\r\n\r\n"},
      {{{2, 1, 1}, Text::all, {}}, "NIL"},
      {{{2, 2}, Text::all, {}}, "NIL"},
      {{{3}, Text::all, {}}, "NIL"},
      {{{0}, Text::all, {}}, "NIL"},
  };
  const Message message(letter);
  for (const Row& row : rows) CHECK(shown(message.section(row.section)) == row.expected);
}

// RFC 2046 §5.1.1. In each, `--o` is the outer boundary and `--i` the inner one.
TEST_CASE("the line end before a boundary is the boundary's, however deep the part before it is") {
  struct Row {
    const char* inside;  ///< the first part, behind its Content-Type
    const char* body;    ///< what BODY[1] transfers
  };
  const Row multiparts[] = {
      {"--i\n\none\n--i--\n--o--\n", "--i\r\n\r\none\r\n--i--"},
      {"--i\n\none\n--i--\n\n--o--\n", "--i\r\n\r\none\r\n--i--\r\n"},
      {"--i\n\none\n--i--\nepilogue\n--o--\n", "--i\r\n\r\none\r\n--i--\r\nepilogue"},
      {"--i\n\none\n--o--\n", "--i\r\n\r\none"},              // the inner one never closed
      {"--i\n\none\n--i\n--o--\n", "--i\r\n\r\none\r\n--i"},  // cut behind a boundary
      {"--i\nX: y\n--o--\n", "--i\r\nX: y"},                  // cut in a header
      {"--i\n\n--i--\n--o--\n", "--i\r\n\r\n--i--"},          // a part without octets
      {"--o--\n", ""},                                        // no octets at all
      {"\n--o--\n", ""},
      {"--i\n\none\n--i--\n", "--i\r\n\r\none\r\n--i--\r\n"},  // the outer one never closed
      {"--i\n\none\n--i--", "--i\r\n\r\none\r\n--i--"},
  };
  for (const Row& row : multiparts) {
    for (const bool is_enclosed : {false, true}) {
      CAPTURE(row.inside);
      CAPTURE(is_enclosed);
      const std::string type = "Content-Type: multipart/mixed; boundary=i\n\n";
      const std::string enclosing = is_enclosed ? "Content-Type: message/rfc822\n\n" : "";
      const Message message("Content-Type: multipart/mixed; boundary=o\n\n--o\n" + enclosing +
                            type + row.inside);
      const Section::Text text = is_enclosed ? Text::text : Text::all;
      CHECK(shown(message.section({{1}, text, {}})) == row.body);
    }
  }
}

TEST_CASE("a message in a multipart counts no line end of the boundary behind it") {
  const Message message(
      "Content-Type: multipart/mixed; boundary=o\n\n--o\n"
      "Content-Type: message/rfc822\n\n"
      "Content-Type: multipart/mixed; boundary=i\n\n"
      "--i\n\none\n--i--\n"
      "--o\nContent-Type: message/rfc822\n\nSubject: two\n\n"
      "--o--\n");
  const BodyStructure structure = message.structure(false);
  const auto& parts = std::get<BodyMultipart>(structure.body).parts;
  REQUIRE(parts.size() == 2);
  const auto& first = std::get<BodyPart>(parts[0].body);
  CHECK(first.octets == shown(message.section({{1}, Text::all, {}})).size());
  CHECK(first.octets == 62);
  CHECK(std::get<BodyMessage>(first.kind).lines == 5);
  // The empty line of a header stays with it, although no body follows.
  CHECK(shown(message.section({{2}, Text::all, {}})) == "Subject: two\r\n\r\n");
  CHECK(shown(message.section({{2}, Text::header, {}})) == "Subject: two\r\n\r\n");
  CHECK(shown(message.section({{2}, Text::text, {}})).empty());
}

TEST_CASE("a line belongs to the longest boundary that begins it") {
  const auto nested = [](const std::string& outer, const std::string& inner) {
    return Message("Content-Type: multipart/mixed; boundary=" + outer + "\n\n--" + outer +
                   "\nContent-Type: multipart/mixed; boundary=" + inner + "\n\n--" + inner +
                   "\n\none\n--" + inner + "--\n--" + outer + "\n\ntwo\n--" + outer + "--\n");
  };
  const std::pair<const char*, const char*> rows[] = {
      {"a", "ab"}, {"ab", "a"}, {"a", "a.b"}, {"x--", "y"}, {"y", "x--"}};
  for (const auto& row : rows) {
    const char* outer = row.first;
    const char* inner = row.second;
    CAPTURE(outer);
    CAPTURE(inner);
    const Message message = nested(outer, inner);
    CHECK(shown(message.section({{1, 1}, Text::all, {}})) == "one");
    CHECK(shown(message.section({{1, 2}, Text::all, {}})) == "NIL");
    CHECK(shown(message.section({{2}, Text::all, {}})) == "two");
  }
}

TEST_CASE("header and text together are the whole message") {
  const Message message(letter);
  CHECK(message.section({{}, Text::all, {}}) == message.octets());
  CHECK(shown(message.section({{}, Text::header, {}})) +
            shown(message.section({{}, Text::text, {}})) ==
        message.octets());
}

TEST_CASE("part 1 of a message that is no multipart is its body") {
  const Message plain("Subject: x\n\nbody\n");
  CHECK(shown(plain.section({{1}, Text::all, {}})) == "body\r\n");
  CHECK(shown(plain.section({{1}, Text::mime, {}})) == "Subject: x\r\n\r\n");
  CHECK(shown(plain.section({{1, 1}, Text::all, {}})) == "NIL");
  CHECK(shown(plain.section({{2}, Text::all, {}})) == "NIL");

  const Message enclosing("Content-Type: message/rfc822\n\nSubject: in\n\nbody\n");
  CHECK(shown(enclosing.section({{1}, Text::header, {}})) == "Subject: in\r\n\r\n");
  CHECK(shown(enclosing.section({{1, 1}, Text::all, {}})) == "body\r\n");
}

TEST_CASE("a partial cuts octets, and is empty behind the end") {
  const Message message("A: b\n\n0123456789");
  const std::pair<Partial, const char*> rows[] = {{{0, 4}, "0123"},
                                                  {{8, 4}, "89"},
                                                  {{10, 4}, ""},
                                                  {{4000000000, 4000000000}, ""},
                                                  {{3, 0}, ""}};
  for (const auto& [partial, expected] : rows) {
    CHECK(shown(message.section({{}, Text::text, {}}, partial)) == expected);
  }
  CHECK(shown(message.section({{9}, Text::all, {}}, Partial{0, 4})) == "NIL");
}

TEST_CASE("a message without an empty line is all header") {
  const Message message("Subject: x");
  CHECK(shown(message.section({{}, Text::header, {}})) == "Subject: x");
  CHECK(shown(message.section({{}, Text::text, {}})).empty());
  CHECK(shown(message.section({{}, Text::header_fields, {"subject"}})) == "Subject: x");
  const Envelope envelope = message.envelope();
  CHECK(envelope.subject == "x");
}

TEST_CASE("an empty message is an empty text") {
  const Message message("");
  CHECK(message.envelope() == Envelope{});
  const BodyStructure structure = message.structure(false);
  const auto& part = std::get<BodyPart>(structure.body);
  CHECK(part.type == "text");
  CHECK(part.octets == 0);
}

TEST_CASE("BODY has no extension fields, BODYSTRUCTURE has them in every part") {
  const Message message(letter);
  const BodyStructure body = message.structure(false);
  const BodyStructure structure = message.structure(true);
  CHECK_FALSE(body.extension);
  REQUIRE(structure.extension);
  const auto& plain = std::get<BodyMultipart>(body.body);
  const auto& extended = std::get<BodyMultipart>(structure.body);
  CHECK(plain.parameters.empty());
  CHECK(extended.parameters == BodyParameters{{"boundary", "b"}});
  REQUIRE(plain.parts.size() == 2);
  CHECK_FALSE(plain.parts[1].extension);
  CHECK(extended.parts[1].extension);
}

TEST_CASE("nesting without end is not followed") {
  std::string octets;
  for (int i = 0; i < 5000; ++i) octets += "Content-Type: message/rfc822\n\n";
  const Message message(octets);
  std::size_t depth = 0;
  for (const Part* part = &message.root(); !part->children.empty(); part = &part->children[0]) {
    ++depth;
  }
  CHECK(depth == deepest_part);
  CHECK(message.structure(true).extension);
}
