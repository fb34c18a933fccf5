// ENVELOPE and BODYSTRUCTURE inside FETCH data.
#include "sim/wire/body_structure.h"

#include "tests/wire/tables.h"

using namespace imapscope;
using namespace imapscope::wire;

namespace {

std::string fetch_of(const std::string& item) {
  return "* 1 FETCH (" + item + ")";
}

std::string text_part(const std::string& extension = "") {
  return R"(("TEXT" "PLAIN" ("CHARSET" "US-ASCII") NIL NIL "7BIT" 3028 92)" + extension + ")";
}

const std::string envelope =
    R"xx(("Wed, 17 Jul 1996" "minutes" (("Terry Gray" NIL "gray" "cac")))xx"
    R"xx( (("Terry" NIL "gray" "cac")) NIL ((NIL NIL "imap" NIL)(NIL NIL NIL NIL)) NIL NIL)xx"
    R"xx( NIL "<B27397@cac>"))xx";

BodyStructure structure_in(const std::string& written) {
  const auto data = data_in<FetchData>(fetch_of("BODYSTRUCTURE " + written));
  return *std::get<FetchedStructure>(data.items.front()).structure;
}

}  // namespace

TEST_CASE("an envelope, with groups as four-part addresses") {
  check_responses({{fetch_of("ENVELOPE " + envelope), ""}});
  const auto data = data_in<FetchData>(fetch_of("ENVELOPE " + envelope));
  const auto& value = *std::get<FetchedEnvelope>(data.items.front()).envelope;
  CHECK(value.from.front().name == "Terry Gray");
  CHECK(value.to.size() == 2);
  CHECK(value.to.back() == Address{});
  CHECK(value.in_reply_to == std::nullopt);
  check_response_faults({
      {fetch_of(R"(ENVELOPE NIL)"), "20: an envelope"},
      {fetch_of(R"(ENVELOPE ("x"))"), "24: a space"},
      {fetch_of(R"(ENVELOPE (NIL NIL ((NIL NIL NIL)) NIL NIL NIL NIL NIL NIL NIL))"),
       "42: a space"},
  });
}

TEST_CASE("what servers write against the grammar of envelopes") {
  check_oddities({
      {fetch_of("ENVELOPE (NIL NIL () NIL NIL NIL NIL NIL NIL NIL)"),
       {{QuirkKind::nil_for_list, 29}},
       fetch_of("ENVELOPE (NIL NIL NIL NIL NIL NIL NIL NIL NIL NIL)")},
      {fetch_of("ENVELOPE (NIL NIL ((NIL NIL \"a\" NIL) (NIL NIL \"b\" NIL)) NIL NIL NIL NIL NIL "
                "NIL NIL)"),
       {{QuirkKind::stray_space, 47}},
       fetch_of("ENVELOPE (NIL NIL ((NIL NIL \"a\" NIL)(NIL NIL \"b\" NIL)) NIL NIL NIL NIL NIL "
                "NIL NIL)")},
  });
}

TEST_CASE("every kind of body") {
  const std::string image = R"(("IMAGE" "PNG" NIL "<id>" "a chart" "BASE64" 12))";
  check_responses({
      {fetch_of("BODY " + text_part()), ""},
      {fetch_of("BODY " + image), ""},
      {fetch_of("BODYSTRUCTURE " + text_part(" NIL NIL NIL NIL")), ""},
      {fetch_of("BODYSTRUCTURE " +
                text_part(R"x( "md5" ("attachment" ("filename" "a")) ("en" "de") "http://x/")x")),
       ""},
      {fetch_of("BODY (" + text_part() + image + R"( "MIXED"))"), ""},
      {fetch_of("BODYSTRUCTURE (" + text_part(" NIL NIL NIL NIL") +
                R"x( "MIXED" ("BOUNDARY" "b") NIL NIL NIL))x"),
       ""},
      {fetch_of(R"(BODY ("MESSAGE" "RFC822" NIL NIL NIL "7BIT" 500 )" + envelope + " " +
                text_part() + " 12)"),
       ""},
  });
}

TEST_CASE("extension data may end anywhere, and go on beyond the location") {
  check_responses({
      {fetch_of("BODYSTRUCTURE " + text_part(" NIL")),
       fetch_of("BODYSTRUCTURE " + text_part(" NIL NIL NIL NIL"))},
      {fetch_of("BODYSTRUCTURE " + text_part(R"( NIL NIL "en")")),
       fetch_of("BODYSTRUCTURE " + text_part(R"x( NIL NIL ("en") NIL)x"))},
      {fetch_of("BODYSTRUCTURE " + text_part(R"( NIL NIL NIL NIL "more" (1 ("x" NIL)) 5)")),
       fetch_of("BODYSTRUCTURE " + text_part(" NIL NIL NIL NIL"))},
      {fetch_of("BODYSTRUCTURE (" + text_part() + R"x( "MIXED" ("BOUNDARY" "b")))x"), ""},
      {fetch_of("BODYSTRUCTURE (" + text_part() + R"x( "MIXED" NIL ("inline" NIL)))x"),
       fetch_of("BODYSTRUCTURE (" + text_part() + R"x( "MIXED" NIL ("inline" NIL) NIL NIL))x")},
  });
  CHECK_FALSE(structure_in(text_part()).extension);
  CHECK(structure_in(text_part(" NIL")).extension);
}

TEST_CASE("what is no body structure, and what goes too deep") {
  const std::string deep =
      fetch_of("BODY " + std::string(200, '(') + text_part() + std::string(200, ')'));
  check_response_faults({
      {fetch_of("BODY NIL"), "16: a body structure"},
      {fetch_of("BODY ()"), "17: a media type"},
      {fetch_of(R"(BODY ("TEXT" "PLAIN" NIL NIL NIL "7BIT" 5))"), "52: a space"},
      {fetch_of(R"(BODY ("IMAGE" "PNG" NIL NIL NIL "7BIT" x))"), "50: a size in octets"},
      {fetch_of(R"(BODY ("IMAGE" "PNG" ("a") NIL NIL "7BIT" 5))"), "35: a space"},
      {deep, "80: no deeper nesting"},
  });
}

TEST_CASE("what servers write against the grammar of body structures") {
  check_oddities({
      {fetch_of(R"(BODY ("IMAGE" "PNG" () NIL NIL NIL 5))"),
       {{QuirkKind::nil_for_list, 31}, {QuirkKind::nil_for_string, 42}},
       fetch_of(R"(BODY ("IMAGE" "PNG" NIL NIL NIL "" 5))")},
  });
}
