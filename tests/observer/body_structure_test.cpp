// BODYSTRUCTURE and ENVELOPE, explained value by value.
#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "tests/observer/trace_builder.h"

namespace imapscope::observer {
namespace {

Explanation explained(const std::string& item) {
  const Timeline timeline = TraceBuilder()
                                .selected(1)
                                .client("a3 FETCH 1 " + item.substr(0, item.find(' ')))
                                .server("* 1 FETCH (" + item + ")")
                                .timeline();
  return explain(timeline, line_of(timeline, "* 1 FETCH").id);
}

struct Said {
  std::string shown;
  std::string term;
  std::string_view words;  ///< that the meaning holds
};

// The tokens that are no punctuation, from the fifth on: `*`, number, FETCH and the item's name
// stand before them.
void check_said(const Explanation& explanation, const std::vector<Said>& expected) {
  std::vector<ExplainedToken> tokens;
  for (const ExplainedToken& token : explanation.tokens) {
    if (!token.dim) tokens.push_back(token);
    CHECK_MESSAGE(!token.by_form, token.shown);
  }
  REQUIRE(tokens.size() == expected.size() + 4);
  for (std::size_t i = 0; i < expected.size(); ++i) {
    const ExplainedToken& token = tokens[i + 4];
    CHECK(token.shown == expected[i].shown);
    CHECK_MESSAGE(token.term == expected[i].term, token.shown);
    CHECK_MESSAGE(token.meaning.find(expected[i].words) != std::string::npos, token.meaning);
    CHECK(token.rfc == "3501 §7.4.2, 9051 §7.5.2");
  }
}

TEST_CASE("a single part is part 1, and each of its values is named") {
  check_said(
      explained("BODYSTRUCTURE (\"TEXT\" \"PLAIN\" (\"CHARSET\" \"UTF-8\") \"<i@x>\" \"notes\" "
                "\"QUOTED-PRINTABLE\" 1152 23 \"md5==\" (\"inline\" (\"filename\" \"n.txt\")) "
                "(\"en\" \"de\") \"http://x/\")"),
      {{"\"TEXT\"", "media type", "Part 1 is text"},
       {"\"PLAIN\"", "subtype", "TEXT/PLAIN"},
       {"\"CHARSET\"", "parameter name", "How its characters"},
       {"\"UTF-8\"", "parameter value", "The `CHARSET` of part 1."},
       {"\"<i@x>\"", "content id", "Content-ID of part 1"},
       {"\"notes\"", "description", "Content-Description of part 1"},
       {"\"QUOTED-PRINTABLE\"", "transfer encoding", "hex digits"},
       {"1152", "size in octets", "Part 1 has 1152 octets"},
       {"23", "size in lines", "Part 1 has 23 lines"},
       {"\"md5==\"", "MD5", "checksum"},
       {"\"inline\"", "disposition", "shown with the message"},
       {"\"filename\"", "parameter name", "name of the file"},
       {"\"n.txt\"", "parameter value", "The `FILENAME` of the disposition."},
       {"\"en\"", "language", "part 1 is written in"},
       {"\"de\"", "language", "part 1 is written in"},
       {"\"http://x/\"", "location", "URI"}});
}

TEST_CASE("parts of multiparts are numbered as BODY[…] takes them") {
  const Explanation explanation = explained(
      "BODYSTRUCTURE (((\"TEXT\" \"PLAIN\" NIL NIL NIL \"7BIT\" 5 1)(\"TEXT\" \"HTML\" NIL NIL NIL "
      "\"7BIT\" 9 1) \"ALTERNATIVE\" (\"BOUNDARY\" \"b\") NIL NIL NIL)(\"IMAGE\" \"PNG\" NIL NIL "
      "NIL "
      "\"BASE64\" 44) \"MIXED\" NIL NIL NIL NIL)");
  std::vector<std::string> begins;
  for (const ExplainedToken& token : explanation.tokens) {
    if (token.meaning.find("fetches it") != std::string::npos) begins.push_back(token.meaning);
  }
  CHECK(begins ==
        std::vector<std::string>{
            "The message is a multipart. `BODY[TEXT]` fetches it. Its 2 parts come first.",
            "Part 1 is a multipart. `BODY[1]` fetches it. Its 2 parts come first.",
            "Part 1.1 begins. `BODY[1.1]` fetches it.",
            "Part 1.2 begins. `BODY[1.2]` fetches it.",
            "Part 2 begins. `BODY[2]` fetches it.",
        });
}

// RFC 3501 §6.4.5: the numbers go on inside the message of part 2.
TEST_CASE("the parts of a message within a message are numbered below it") {
  const std::string nobody = "NIL NIL NIL NIL NIL NIL NIL NIL NIL NIL";
  const std::string text = "(\"TEXT\" \"PLAIN\" NIL NIL NIL \"7BIT\" 5 1)";
  const Explanation explanation = explained(
      "BODY (" + text + "(\"MESSAGE\" \"RFC822\" NIL NIL NIL \"7BIT\" 90 (" + nobody + ") (" +
      text + text + " \"MIXED\") 9)(\"MESSAGE\" \"RFC822\" NIL NIL NIL \"7BIT\" " + "90 (" +
      nobody + ") " + text + " 9) \"MIXED\")");
  std::vector<std::string> begins;
  for (const ExplainedToken& token : explanation.tokens) {
    const std::size_t at = token.meaning.find(" fetches it");
    if (at == std::string::npos) continue;
    const std::size_t open = token.meaning.find('`');
    begins.push_back(token.meaning.substr(open, at - open));
  }
  CHECK(begins == std::vector<std::string>{"`BODY[TEXT]`", "`BODY[1]`", "`BODY[2]`",
                                           "`BODY[2.TEXT]`", "`BODY[2.1]`", "`BODY[2.2]`",
                                           "`BODY[3]`", "`BODY[3.1]`"});
}

TEST_CASE("an envelope names each part of each address, and groups") {
  check_said(
      explained("ENVELOPE (\"Mon, 7 Feb 1994\" \"=?UTF-8?Q?Gr=C3=BC=C3=9Fe?=\" "
                "((\"Ada\" NIL \"ada\" \"example.org\")) NIL NIL "
                "((NIL NIL \"friends\" NIL)(NIL NIL \"joe\" \"x.org\")(NIL NIL NIL NIL)) NIL NIL "
                "NIL \"<m@x>\")"),
      {{"\"Mon, 7 Feb 1994\"", "date", "Date field"},
       {"\"=?UTF-8?Q?Gr=C3=BC=C3=9Fe?=\"", "subject", "it reads: Grüße."},
       {"\"Ada\"", "name", "this From address"},
       {"NIL", "source route", "obsolete"},
       {"\"ada\"", "mailbox", "before the `@` of this From address"},
       {"\"example.org\"", "host", "behind the `@` of this From address"},
       {"NIL", "sender", "no Sender field"},
       {"NIL", "reply-to", "no Reply-To field"},
       {"NIL", "name", "begins a group"},
       {"NIL", "source route", "begins a group"},
       {"\"friends\"", "group name", "A group of addresses begins in To"},
       {"NIL", "host", "begins a group"},
       {"NIL", "name", "has no name"},
       {"NIL", "source route", "obsolete"},
       {"\"joe\"", "mailbox", "this To address"},
       {"\"x.org\"", "host", "this To address"},
       {"NIL", "name", "ends the group"},
       {"NIL", "source route", "ends the group"},
       {"NIL", "end of group", "ends here"},
       {"NIL", "host", "ends the group"},
       {"NIL", "cc", "no Cc field"},
       {"NIL", "bcc", "no Bcc field"},
       {"NIL", "in-reply-to", "answers no other"},
       {"\"<m@x>\"", "message-id", "Message-ID"}});
}

TEST_CASE("sections and partials say what they ask for") {
  const Timeline timeline =
      TraceBuilder()
          .selected(1)
          .client("a3 FETCH 1 (BODY BODY.PEEK[1.2.HEADER.FIELDS (Subject)]<0.100>)")
          .client("a4 FETCH 1 BODY[4.MIME]<100.5>")
          .timeline();
  CHECK(token_of(timeline, "a3", "BODY").meaning.find("fewer details") != std::string::npos);
  CHECK(token_of(timeline, "a3", "1.2.HEADER.FIELDS").meaning ==
        "Of the header, only the fields that are listed, of the message inside part 1.2.");
  CHECK(token_of(timeline, "a3", "Subject").term == "header field");
  CHECK(token_of(timeline, "a3", "<0.100>").meaning ==
        "Not more than 100 octets, from the beginning; octets count from 0.");
  CHECK(token_of(timeline, "a4", "<100.5>").meaning ==
        "Not more than 5 octets, from octet 100 on; octets count from 0.");
  CHECK(token_of(timeline, "a4", "4.MIME").meaning ==
        "The MIME header of the part, which says what the part is: part 4.");
}

}  // namespace
}  // namespace imapscope::observer
