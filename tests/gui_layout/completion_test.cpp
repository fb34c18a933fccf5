#include "gui/layout/completion.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace imapscope;
using namespace imapscope::gui;

namespace {

const words::Words english;

Known in(State state) {
  Known known;
  known.state = state;
  known.client = "laptop";
  return known;
}

Known with_mailbox() {
  Known known = in(State::selected);
  known.mailboxes = {"INBOX", "Sent Mail", "Drafts"};
  known.flags = {"\\Seen", "$Junk"};
  known.messages = 3;
  known.uids = {10, 30};
  return known;
}

std::vector<std::string> offered(std::string_view line, const Known& known) {
  std::vector<std::string> texts;
  for (const Candidate& candidate : complete(line, known, english).candidates) {
    texts.push_back(candidate.text);
  }
  return texts;
}

bool offers(std::string_view line, const Known& known, std::string_view text) {
  const auto texts = offered(line, known);
  return std::find(texts.begin(), texts.end(), text) != texts.end();
}

}  // namespace

TEST_CASE("the beginning of a verb completes to one that is legal in the state") {
  CHECK(complete("UID FET", in(State::selected), english).rest == "CH");
  CHECK(complete("a1 UID FET", in(State::selected), english).rest == "CH");
  CHECK(complete("log", in(State::not_authenticated), english).rest == "OUT");
  CHECK(complete("SEL", in(State::authenticated), english).rest == "ECT");
}

TEST_CASE("what the state forbids is not offered") {
  CHECK(complete("FETC", in(State::authenticated), english).rest.empty());
  CHECK_FALSE(complete("FETC", in(State::authenticated), english).legal);
  CHECK(offers("", in(State::not_authenticated), "LOGIN"));
  CHECK_FALSE(offers("", in(State::not_authenticated), "SELECT"));
}

TEST_CASE("a mailbox name that is no atom is offered as a quoted string") {
  Known known = in(State::authenticated);
  known.mailboxes = {"INBOX", "Entwürfe", R"(5" disks\old)"};
  CHECK(offers("SELECT ", known, "INBOX"));
  CHECK(offers("SELECT ", known, "\"Entwürfe\""));
  CHECK(offers("SELECT ", known, R"("5\" disks\\old")"));
}

TEST_CASE("a whole verb shows its arguments and where it is legal") {
  const Completion here = complete("UID FETCH 1:*", in(State::selected), english);
  CHECK(here.hint == "UID FETCH uids items · legal in Selected");
  CHECK(here.legal);
  const Completion there = complete("FETCH 1 FLAGS", in(State::authenticated), english);
  CHECK(there.hint == "FETCH set items · legal only in Selected");
  CHECK_FALSE(there.legal);
}

TEST_CASE("arguments are named in the reader's language, and what is written as it stands is not") {
  const words::Words russian("ru");
  CHECK(complete("UID FETCH 1:*", in(State::selected), russian)
            .hint.starts_with("UID FETCH набор-UID данные · "));
  CHECK(complete("STORE 1 FLAGS", in(State::selected), russian)
            .hint.starts_with("STORE набор [+|-]FLAGS[.SILENT] (флаги) · "));
}

TEST_CASE("each argument is offered what the client knows") {
  const Known known = with_mailbox();
  CHECK(offered("COPY 1 ", known) == std::vector<std::string>{"INBOX", "\"Sent Mail\"", "Drafts"});
  CHECK(offered("SELECT d", known) == std::vector<std::string>{"Drafts"});
  CHECK(offered("UID STORE ", known) == std::vector<std::string>{"10", "30", "1:*", "*"});
  CHECK(offered("STORE ", known) == std::vector<std::string>{"1", "2", "3", "1:*", "*"});
  CHECK(offered("STORE 1 +FLAGS ", known) == std::vector<std::string>{"(\\Seen)", "($Junk)"});
  CHECK(offers("FETCH 1 BODY.P", known, "BODY.PEEK[HEADER]"));
}

TEST_CASE("the argument at the line's end is named, and what is written before it is kept") {
  const Completion completion = complete("b7 UID STORE 30 +F", with_mailbox(), english);
  REQUIRE(completion.slot == 1);
  CHECK(completion.verb == "UID STORE");
  CHECK(completed("b7 UID STORE 30 +F", completion, 0) == "b7 UID STORE 30 +FLAGS");
}

TEST_CASE("lists and quoted strings are one argument") {
  const Known known = with_mailbox();
  CHECK(complete("FETCH 1 (FLAGS UID) ", known, english).slot == std::nullopt);
  CHECK(complete("APPEND \"Sent Mail\" (\\Seen $Junk) ", known, english).slot == 2);
  CHECK(complete("APPEND INBOX {", known, english).slot == 3);
}

TEST_CASE("an argument that may be left out does not stand in the way of the next") {
  CHECK(offers("APPEND INBOX ", with_mailbox(), "(\\Seen)"));
  CHECK(complete("SEARCH UNSEEN ", with_mailbox(), english).slot == 1);
  CHECK(offers("SEARCH UNSEEN F", with_mailbox(), "FLAGGED"));
}

TEST_CASE("what an argument is, and what of it is known, is said") {
  const Completion completion = complete("UID EXPUNGE ", with_mailbox(), english);
  REQUIRE(completion.about.size() == 2);
  CHECK(completion.about[1] == "The laptop knows these: `10`, `30`.");
  Known unaware = with_mailbox();
  unaware.uids.clear();
  CHECK(complete("UID EXPUNGE ", unaware, english).about[1] == "The laptop knows no UID yet.");
}

TEST_CASE("a first word that is a tag is taken as the tag") {
  struct Case {
    const char* line;
    const char* tag;
  };
  const Case cases[] = {
      {"a9 NOOP", "a9"},
      {"tag NOOP", "tag"},
      {"A0042 FROB", "A0042"},
      {"7 UID FETCH", "7"},
      {"NOOP", ""},
      {"FETCH 1 FLAGS", ""},
      {"UID FETCH 1 FLAGS", ""},
      {"XFROB x", ""},
      {"LOGIN noop check", ""},
      {"", ""},
      {" NOOP", ""},
      {"a* NOOP", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.line);
    CHECK(typed_line(c.line).tag == c.tag);
  }
}

TEST_CASE("nothing is offered behind the last argument") {
  CHECK(offered("NOOP ", with_mailbox()).empty());
  CHECK(complete("DONE", in(State::selected), english).rest.empty());
}
