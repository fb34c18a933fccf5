// The frame around every command: tag, verb, UID form, line end, and what an error can still tell.
#include <doctest/doctest.h>

#include "sim/base/ascii.h"
#include "tests/wire/reading.h"

using namespace imapscope;
using namespace imapscope::wire;

TEST_CASE("the verb chooses the row, in any case") {
  for (const CommandInfo& info : command_table()) {
    const CommandInfo* found = find_command(ascii::to_lower(info.verb));
    REQUIRE(found != nullptr);
    CHECK(found->verb == info.verb);
  }
  CHECK(info_of(read_command("a1 nOOp").value.command).verb == "NOOP");
  CHECK(read_command("a1 NOOP").value.tag == "a1");
}

TEST_CASE("a UID form is another form of the same command") {
  CHECK(std::holds_alternative<UidSet>(command_in<Fetch>("a UID FETCH 5 FLAGS").messages));
  CHECK(std::holds_alternative<SeqSet>(command_in<Fetch>("a FETCH 5 FLAGS").messages));
  CHECK(reprinted_command("a uid fetch 5 flags") == "a UID FETCH 5 FLAGS\r\n");
}

TEST_CASE("an error tells the tag and the verb, as far as they could be read") {
  struct Case {
    const char* frame;
    std::optional<std::string> tag;
    std::optional<std::string> verb;
    bool known;
    const char* fault;
  };
  const Case cases[] = {
      {"\r\n", {}, {}, false, "0: a tag"},
      {"+a NOOP\r\n", {}, {}, false, "0: a tag"},
      {"a\r\n", "a", {}, false, "1: a space"},
      {"a \r\n", "a", {}, false, "2: a command"},
      {"a frobnicate\r\n", "a", "FROBNICATE", false, "2: a command"},
      {"a UID\r\n", "a", "UID", true, "5: a space"},
      {"a UID  FETCH 1 UID\r\n", "a", "UID", true, "6: one space, not two"},
      {"a UID NOOP\r\n", "a", "UID NOOP", true, "6: a command that has a UID form"},
      {"a UID foo\r\n", "a", "UID FOO", false, "6: a command"},
      {"a SELECT\r\n", "a", "SELECT", true, "8: a space"},
      {"a NOOP now\r\n", "a", "NOOP", true, "6: the end of the line"},
      {"a NOOP", "a", "NOOP", true, "6: the end of the line"},
      {"a LOGIN x  y\r\n", "a", "LOGIN", true, "10: one space, not two"},
  };
  for (const Case& c : cases) {
    CAPTURE(std::string(c.frame));
    const auto parsed = parse_command(c.frame);
    REQUIRE_FALSE(parsed);
    CHECK(parsed.error().tag == c.tag);
    CHECK(parsed.error().verb == c.verb);
    CHECK(parsed.error().known_verb == c.known);
    CHECK(message_of(parsed.error().error) == c.fault);
    CHECK_FALSE(parsed.error().error.rfc.empty());
  }
}

TEST_CASE("a bare line feed and a trailing space are read, and named") {
  const auto parsed = parse_command("a NOOP \n");
  REQUIRE(parsed);
  CHECK(parsed->quirks ==
        std::vector<Quirk>{{QuirkKind::trailing_space, 6}, {QuirkKind::bare_line_feed, 7}});
}

TEST_CASE("a literal splits what the client sends, unless it is non-synchronizing") {
  const TaggedCommand login{"a", Login{"ada", "line\r\nbreak"}};
  CHECK(print(login) == std::vector<std::string>{"a LOGIN ada {11}\r\n", "line\r\nbreak\r\n"});
  CHECK(print(login, {.non_synchronizing = true}) ==
        std::vector<std::string>{"a LOGIN ada {11+}\r\nline\r\nbreak\r\n"});
}
