// Literals that are sent without waiting, judged by what the server has announced (RFC 7888).
#include <doctest/doctest.h>

#include <string>

#include "sim/observer/row.h"
#include "tests/observer/trace_builder.h"

namespace imapscope::observer {
namespace {

/// Logged in; then, where it is not empty, the list of capabilities; then a literal at once.
Timeline appended(const std::string& announced, std::size_t octets) {
  TraceBuilder builder;
  builder.logged_in();
  if (!announced.empty()) {
    builder.client("a2 CAPABILITY").server("* CAPABILITY IMAP4rev1 " + announced);
    builder.server("a2 OK done");
  }
  builder.client("a3 APPEND INBOX {" + std::to_string(octets) + "+}\r\n" +
                 std::string(octets, 'x'));
  return builder.server("a3 OK done").timeline();
}

TEST_CASE("a literal that nobody waits for needs LITERAL+, or LITERAL- and few octets") {
  struct Case {
    const char* announced;
    std::size_t octets;
    const char* fault;  ///< empty: none
  };
  const Case cases[] = {
      {"LITERAL+", 5, ""},
      {"literal+", 5000, ""},
      {"LITERAL-", 4096, ""},
      {"LITERAL-", 4097, "literal_plus_too_long"},
      {"IMAP4rev2", 4096, ""},
      {"IMAP4rev2", 4097, "literal_plus_too_long"},
      {"IMAP4rev2 LITERAL+", 4097, ""},
      {"IDLE", 5, "literal_plus_unannounced"},
      {"", 5, ""},  // not known
  };
  for (const Case& c : cases) {
    CAPTURE(c.announced);
    CAPTURE(c.octets);
    const Timeline timeline = appended(c.announced, c.octets);
    if (std::string(c.fault).empty()) {
      CHECK(faults(timeline).empty());
    } else {
      CHECK(faults(timeline) == std::vector{std::string("client: ") + c.fault});
    }
  }
}

TEST_CASE("a list from before the login tells nothing after it") {
  TraceBuilder builder;
  builder.server("* OK [CAPABILITY IMAP4rev1 IDLE] ready");
  builder.client("a1 LOGIN ada {6+}\r\nsecret").server("a1 OK done");
  CHECK(only_fault(builder.timeline(), "client", "literal_plus_unannounced"));
  TraceBuilder later;
  later.server("* OK [CAPABILITY IMAP4rev1 IDLE] ready").client("a1 LOGIN ada secret");
  later.server("a1 OK done").client("a2 SELECT {5+}\r\nINBOX");
  CHECK(faults(later.timeline()).empty());
}

TEST_CASE("the fault says where the literal is announced") {
  const Timeline timeline = appended("IDLE", 5);
  const Line& line = line_of(timeline, "a3 APPEND");
  REQUIRE(line.findings.size() == 1);
  CHECK(line.findings[0].source() == "7888 §3");
  const rules::Place place = line.findings[0].place;
  CHECK(line.bytes.substr(place.offset, place.octets) == "{5+}");
}

/// Logged in; the server knows every extension that is used.
TraceBuilder spoken() {
  TraceBuilder builder;
  builder.logged_in().client("a2 CAPABILITY").server("* CAPABILITY IMAP4rev1 LITERAL+ IDLE");
  builder.server("a2 OK done");
  return builder;
}

TEST_CASE("of a refused literal that did not wait, the octets are the next commands") {
  TraceBuilder builder = spoken();
  builder.client("b1 APPEND x {300}\r\nb2 NOOP\r\nb3 NOOP").server("b1 NO [TOOBIG] no");
  builder.server("b2 OK done").server("b3 OK done");
  const Timeline timeline = builder.timeline();
  CHECK(only_fault(timeline, "client", "literal_not_asked_for"));
  CHECK(line_of(timeline, "b1 APPEND").bytes == "b1 APPEND x {300}\r\n");
  CHECK(line_of(timeline, "b2 NOOP").completion == line_of(timeline, "b2 OK").id);
  CHECK(belief_at_end(timeline).in_progress.empty());
}

TEST_CASE("octets of a refused literal are not judged once more, and stand where they were sent") {
  TraceBuilder builder = spoken();
  builder.client("b1 SEARCH TEXT {4}").client("tea!").server("b1 NO no");
  builder.client("b2 NOOP").server("b2 OK done");
  const Timeline timeline = builder.timeline();
  CHECK(only_fault(timeline, "client", "literal_not_asked_for"));
  CHECK(line_of(timeline, "tea!").kind == LineKind::unreadable);
  CHECK(line_of(timeline, "tea!").id < line_of(timeline, "b1 NO").id);
  CHECK(line_of(timeline, "b2 NOOP").completion == line_of(timeline, "b2 OK").id);
}

TEST_CASE("rows stand in the order of their times") {
  for (const char* answer : {"b1 OK done", "b1 NO no", "+ go on"}) {
    CAPTURE(answer);
    TraceBuilder builder = spoken();
    builder.client("b1 SEARCH TEXT {4}").client("tea!").server(answer).client("b2 NOOP");
    builder.client("b3 APPEND x {2}").server("+ go on").client("hi").server("b3 OK done");
    const Timeline timeline = builder.timeline();
    Instant last{};
    for (const Line& line : timeline.lines()) {
      CHECK(row_time(timeline, line) >= last);
      last = row_time(timeline, line);
    }
  }
}

TEST_CASE("of a literal that did not wait and is taken, the octets belong to its command") {
  for (const char* answer : {"+ go on", "b1 OK done"}) {
    CAPTURE(answer);
    TraceBuilder builder = spoken();
    builder.client("b1 CREATE {7}\r\nb2 NOOP\r\nb3 NOOP").server(answer);
    if (answer[0] == '+') builder.server("b1 OK done");
    const Timeline timeline = builder.server("b3 OK done").timeline();
    CHECK(only_fault(timeline, "client", "literal_not_asked_for"));
    CHECK(line_of(timeline, "b1 CREATE").bytes == "b1 CREATE {7}\r\nb2 NOOP\r\n");
    CHECK(belief_at_end(timeline).in_progress.empty());
  }
}

TEST_CASE("a line without a tag ends at its {n}, since nobody asks for the literal") {
  for (const char* line : {"{300}", "?\"? {300}", " NOOP {300}", "\x80\x81 APPEND x {300}"}) {
    CAPTURE(line);
    TraceBuilder waits = spoken();
    waits.client(line).server("* BAD what").client("b2 NOOP").server("b2 OK done");
    TraceBuilder goes_on = spoken();
    goes_on.client(std::string(line) + "\r\nb2 NOOP").server("* BAD what").server("b2 OK done");
    for (const TraceBuilder& builder : {waits, goes_on}) {
      const Timeline timeline = builder.timeline();
      for (const std::string& fault : faults(timeline)) CHECK(fault.starts_with("client"));
      CHECK(line_of(timeline, "b2 NOOP").completion == line_of(timeline, "b2 OK").id);
      CHECK(belief_at_end(timeline).in_progress.empty());
    }
  }
}

TEST_CASE("a line of a dialogue ends at its {n}") {
  TraceBuilder builder = spoken();
  builder.client("b1 IDLE").server("+ idling").client("b2 APPEND x {300}").server("b1 BAD no");
  const Timeline timeline = builder.client("b3 NOOP").server("b3 OK done").timeline();
  CHECK(only_fault(timeline, "client", "command_in_idle"));
  CHECK(belief_at_end(timeline).in_progress.empty());
}

TEST_CASE("a literal behind an IDLE that was not ended is no literal for the server") {
  TraceBuilder builder = spoken();
  builder.client("b1 IDLE\r\nb2 APPEND x {50}\r\nhello\r\nb3 NOOP").server("+ idling");
  builder.server("b1 BAD IDLE ends with DONE").server("* BAD what").server("b3 OK done");
  const Timeline timeline = builder.timeline();
  for (const std::string& fault : faults(timeline)) CHECK(fault.starts_with("client"));
  CHECK(line_of(timeline, "b3 NOOP").completion == line_of(timeline, "b3 OK").id);
}

TEST_CASE("the rest of a command that was refused at its {n+} leaves nothing in progress") {
  TraceBuilder builder = spoken();
  builder.client("b1 APPEND x {5+}").server("b1 NO [TOOBIG] no");
  const Timeline timeline =
      builder.client("hello").client("b2 NOOP").server("b2 OK done").timeline();
  CHECK(faults(timeline).empty());
  CHECK(belief_at_end(timeline).in_progress.empty());
}

}  // namespace
}  // namespace imapscope::observer
