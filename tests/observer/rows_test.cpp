// The rows of a command with literals: up to each `{n}` it is one arrow, then the server's `+`
// crosses, then the octets.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "sim/observer/presentation.h"
#include "sim/observer/row.h"
#include "tests/in_english.h"
#include "tests/observer/trace_builder.h"

namespace imapscope::observer {
namespace {

/// What stands in each row behind the login, in the order in which they left.
std::vector<std::string> rows_after(const Timeline& timeline, std::string_view first) {
  std::vector<std::string> rows;
  for (const Line& line : timeline.lines()) {
    if (rows.empty() && !line.bytes.starts_with(first)) continue;
    rows.push_back(row_text(line).head);
  }
  return rows;
}

bool lands(const Timeline& timeline, const Line& line) {
  return timeline.moment_of(line.id, Moment::Kind::lands).has_value();
}

using Rows = std::vector<std::string>;

TEST_CASE("a command that waits for its plus has landed, and nothing of it is lost") {
  TraceBuilder builder;
  builder.logged_in().client("a2 APPEND INBOX {11}");
  const Timeline waits = builder.timeline();
  CHECK(lands(waits, waits.lines().back()));
  const Timeline asked = builder.server("+ Ready for 11 octets").timeline();
  CHECK(rows_after(asked, "a2") == Rows{"a2 APPEND INBOX {11}", "+ Ready for 11 octets"});
  CHECK(lands(asked, line_of(asked, "a2")));
}

TEST_CASE("line, plus and literal are three rows in their order, and belong to one command") {
  TraceBuilder builder;
  builder.logged_in().client("a2 APPEND INBOX {11}").server("+ go on").client("Hi\r\nthere\r\n");
  const Timeline timeline = builder.server("a2 OK done").timeline();
  CHECK(rows_after(timeline, "a2") ==
        Rows{"a2 APPEND INBOX {11}", "+ go on", "{11} …", "a2 OK done"});
  const Line& command = line_of(timeline, "a2 APPEND");
  const Line& literal = line_of(timeline, "Hi");
  CHECK(command.bytes == "a2 APPEND INBOX {11}\r\nHi\r\nthere\r\n\r\n");
  CHECK(literal.kind == LineKind::literal);
  CHECK(literal.command == command.id);
  CHECK(literal.stream_offset == command.stream_offset + command.head_octets);
  for (const Line& line : timeline.lines()) CHECK(lands(timeline, line));
  CHECK(faults(timeline).empty());
}

TEST_CASE("each literal of a command has its row, and the line goes on behind it") {
  TraceBuilder builder;
  builder.server("* OK ready").client("a1 LOGIN {3}").server("+ go on").client("ada {6}");
  builder.server("+ go on").client("secret").server("a1 OK done");
  const Timeline timeline = builder.timeline();
  CHECK(rows_after(timeline, "a1") ==
        Rows{"a1 LOGIN {3}", "+ go on", "ada {6}", "+ go on", "secret", "a1 OK done"});
  CHECK(belief_at_end(timeline).user == "ada");
  CHECK(belief_at_end(timeline).state == State::authenticated);
}

TEST_CASE("a literal in several segments has one row, and is under way until the last of them") {
  TraceBuilder builder;
  builder.logged_in().client("a2 APPEND INBOX {5}").server("+ go on");
  builder.raw(trace::Direction::to_server, "he");
  const Timeline begun = builder.timeline();
  CHECK(row_bytes(begun.lines().back()) == "he");
  CHECK_FALSE(lands(begun, begun.lines().back()));
  const Timeline whole = builder.raw(trace::Direction::to_server, "llo\r\n").timeline();
  CHECK(rows_after(whole, "a2") == Rows{"a2 APPEND INBOX {5}", "+ go on", "hello"});
  CHECK(lands(whole, whole.lines().back()));
}

TEST_CASE("a trace that grows has the same rows as one that came at once") {
  TraceBuilder builder;
  builder.server("* OK ready").client("a1 LOGIN {3}").server("+ go on").client("ada {6}");
  builder.server("+ go on").client("secret").server("a1 OK done");
  Timeline growing{trace::Trace{builder.trace().header, {}, {}}};
  for (const trace::Event& event : builder.trace().events) growing.append(std::span(&event, 1));
  const Timeline whole = builder.timeline();
  CHECK(rows_after(growing, "a1") == rows_after(whole, "a1"));
  REQUIRE(growing.moments().size() == whole.moments().size());
  for (std::size_t i = 0; i < whole.moments().size(); ++i) {
    CHECK(growing.moments()[i].line == whole.moments()[i].line);
    CHECK(growing.moments()[i].kind == whole.moments()[i].kind);
  }
}

TEST_CASE("where the server refuses a literal there is no row for it") {
  TraceBuilder builder;
  builder.logged_in().client("a2 APPEND x {500}").server("a2 NO [TOOBIG] no").client("a3 NOOP");
  const Timeline timeline = builder.server("a3 OK done").timeline();
  CHECK(rows_after(timeline, "a2") ==
        Rows{"a2 APPEND x {500}", "a2 NO [TOOBIG] no", "a3 NOOP", "a3 OK done"});
  for (const Line& line : timeline.lines()) CHECK(lands(timeline, line));
}

TEST_CASE("a literal that is cut off keeps its row, and says so") {
  TraceBuilder builder;
  builder.logged_in().client("a2 APPEND x {5}").server("+ go on");
  builder.raw(trace::Direction::to_server, "he");
  builder.event(trace::Direction::to_server, trace::Closed{true});
  const Timeline timeline = builder.timeline();
  CHECK(in_english(line_of(timeline, "he").note) == "the rest of the line is missing");
}

TEST_CASE("a literal that does not wait is a part of its command's row") {
  TraceBuilder builder;
  builder.logged_in().client("a2 APPEND INBOX {5+}\r\nhello").server("a2 OK done");
  CHECK(rows_after(builder.timeline(), "a2") == Rows{"a2 APPEND INBOX {5+} hello", "a2 OK done"});
}

TEST_CASE("each row explains its own octets") {
  TraceBuilder builder;
  builder.logged_in().client("a2 APPEND INBOX {5}").server("+ go on").client("hello");
  const Timeline timeline = builder.server("a2 OK done").timeline();
  const Explanation command = explain(timeline, line_of(timeline, "a2 APPEND").id);
  REQUIRE_FALSE(command.tokens.empty());
  CHECK(command.tokens.back().shown == "{5}");
  const Explanation literal = explain(timeline, line_of(timeline, "hello").id);
  REQUIRE(literal.tokens.size() == 2);
  CHECK(literal.tokens[0].shown == "hello");
  CHECK(literal.tokens[0].offset == 0);
  CHECK(literal.why.find("a2 APPEND INBOX {5}") != std::string::npos);
}

TEST_CASE("one can stop at each of the three rows") {
  TraceBuilder builder;
  builder.logged_in();
  const std::size_t before = Presentation(builder.timeline()).line_stops().size();
  builder.client("a2 APPEND INBOX {5}").server("+ go on").client("hello");
  CHECK(Presentation(builder.timeline()).line_stops().size() == before + 3);
}

}  // namespace
}  // namespace imapscope::observer
