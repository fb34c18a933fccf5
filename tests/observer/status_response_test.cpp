// resp-text (RFC 3501 §9): what looks like a response code and is none is text, or an unknown code.
// Tag and condition complete the command, whatever stands behind them.
#include <doctest/doctest.h>

#include <string>

#include "tests/observer/trace_builder.h"

namespace imapscope::observer {
namespace {

TEST_CASE("tag and condition complete a command, whatever text follows") {
  for (const char* text :
       {"[BADCHARSET UTF-8] unknown", "[COPYUID 7 4] hm", "[UNSEEN] hm", "[FOO(BAR)] hm",
        "[PERMANENTFLAGS] hm", "[APPENDUID x y] hm", "[TRYCREATE", "[] hm", "[UIDNEXT 99999999999]",
        "a \r in it", "caf\xc3\xa9", ""}) {
    CAPTURE(text);
    const Timeline timeline = TraceBuilder()
                                  .selected()
                                  .client("a3 FETCH 2 FLAGS")
                                  .server(std::string("a3 NO ") + text)
                                  .client("a4 NOOP")
                                  .server("* 2 EXPUNGE")
                                  .server("a4 OK done")
                                  .timeline();
    CHECK(faults(timeline).empty());
    CHECK(line_of(timeline, "a3 FETCH").completion == line_of(timeline, "a3 NO").id);
    CHECK(line_of(timeline, "* 2 EXPUNGE").command == line_of(timeline, "a4 NOOP").id);
    CHECK(belief_at_end(timeline).in_progress.empty());
  }
}

TEST_CASE("an odd response code of a status line is a quirk at most") {
  for (const char* line : {"* NO [UNSEEN]", "* NO [FOO(BAR)] x", "* OK [UNSEEN] x",
                           "* OK [UIDVALIDITY soon] x", "* NO [BADCHARSET UTF-8] x"}) {
    CAPTURE(line);
    CHECK(faults(TraceBuilder().selected().server(line).timeline()).empty());
  }
}

TEST_CASE("a response code without its condition is read as a status") {
  const Timeline timeline = TraceBuilder()
                                .selected()
                                .client("a3 UID MOVE 9 Tea")
                                .server("* [COPYUID 7 9 21]")
                                .server("* 1 EXPUNGE")
                                .server("a3 OK done")
                                .timeline();
  CHECK(faults(timeline).empty());
  const Line& line = line_of(timeline, "* [COPYUID");
  CHECK(line.condition == Condition::ok);
  CHECK(line.findings.size() == 2);  // nor is there text
  CHECK(token_of(timeline, "* [COPYUID", "COPYUID").term == "response code");
  CHECK(token_of(timeline, "* [COPYUID", "21").term == "new UIDs");
}

TEST_CASE("a mailbox that is opened with codes of another form is opened with them") {
  const Timeline timeline = TraceBuilder()
                                .logged_in()
                                .client("a2 SELECT Tea")
                                .server("* 1 EXISTS")
                                .server("* 0 RECENT")
                                .server("* FLAGS ()")
                                .server("* OK [PERMANENTFLAGS none] x")
                                .server("* OK [UIDVALIDITY (5)] x")
                                .server("* OK [UIDNEXT] x")
                                .server("a2 OK [READ-WRITE] x")
                                .timeline();
  CHECK(faults(timeline).empty());
  CHECK(line_of(timeline, "a2 OK").findings.empty());
}

}  // namespace
}  // namespace imapscope::observer
