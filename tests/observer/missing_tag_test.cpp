// Lines without a tag, or with a word that is none: the client's doing. What the server answers
// under the word that it was given, or without a tag, is right.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "tests/observer/trace_builder.h"

namespace imapscope::observer {
namespace {

constexpr const char* greeting = "* OK [CAPABILITY IMAP4rev1 IDLE] ready";

/// One fault in all, and it is the client's.
bool blames_client_alone(const Timeline& timeline) {
  const auto all = faults(timeline);
  return all.size() == 1 && all.front().starts_with("client");
}

bool blames_nobody(const Timeline& timeline) {
  return faults(timeline).empty() && remarks(timeline).empty();
}

TEST_CASE("a command without a tag is the client's fault, and its answer is right") {
  struct {
    const char* line;
    const char* answer;
  } const rows[] = {
      {"LOGOUT", "LOGOUT BAD what?"},
      {"logout", "* BAD what?"},
      {"QUIT", "QUIT BAD what?"},
      {"login bob hunter2", "login BAD what?"},
      {"LOGIN bob hunter2", "* BAD what?"},
      {"SELECT INBOX", "SELECT BAD what?"},
      {"LIST \"\" *", "LIST BAD what?"},
      {"DONE", "DONE BAD what?"},
      {"done", "* BAD what?"},
      {"A+1 NOOP", "A+1 BAD what?"},
      {"b(2 NOOP", "b(2 BAD what?"},
      {"A+1 NOOP", "* BAD what?"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.line);
    CAPTURE(row.answer);
    const Timeline timeline =
        TraceBuilder().server(greeting).client(row.line).server(row.answer).timeline();
    CHECK(blames_client_alone(timeline));
    CHECK(line_of(timeline, row.answer).command == line_of(timeline, row.line).id);
  }
}

TEST_CASE("a server that takes LOGOUT without a tag may say BYE and OK") {
  const Timeline timeline = TraceBuilder()
                                .server(greeting)
                                .client("LOGOUT")
                                .server("* BYE so long")
                                .server("LOGOUT OK done")
                                .timeline();
  CHECK(blames_client_alone(timeline));
  CHECK(line_of(timeline, "* BYE").command == line_of(timeline, "LOGOUT\r").id);
  CHECK(line_of(timeline, "LOGOUT OK").command == line_of(timeline, "LOGOUT\r").id);
  CHECK(belief_at_end(timeline).state == State::logout);
}

TEST_CASE("a verb may be a tag") {
  const Timeline timeline = TraceBuilder()
                                .server(greeting)
                                .client("noop NOOP")
                                .server("noop OK done")
                                .client("LIST CAPABILITY")
                                .server("* CAPABILITY IMAP4rev1 IDLE")
                                .server("LIST OK done")
                                .timeline();
  CHECK(blames_nobody(timeline));
}

TEST_CASE("behind an ill-formed tag the command is read, and completed") {
  const Timeline timeline = TraceBuilder()
                                .server(greeting)
                                .client("b+1 LOGIN ada secret")
                                .server("b+1 OK come in")
                                .client("b2 CREATE Tea")
                                .server("b2 OK done")
                                .timeline();
  CHECK(blames_client_alone(timeline));
  CHECK(belief_at_end(timeline).state == State::authenticated);
}

TEST_CASE("a completion under a word that nobody said is still the server's fault") {
  for (const char* line : {"zz OK what", "? OK what", "b+1 OK what"}) {
    CAPTURE(line);
    const auto all = faults(TraceBuilder().logged_in().server(line).timeline());
    REQUIRE(all.size() == 1);
    CHECK(all.front().starts_with("server"));
  }
  const Timeline twice = TraceBuilder()
                             .server(greeting)
                             .client("QUIT")
                             .server("QUIT BAD what?")
                             .server("QUIT BAD what?")
                             .timeline();
  CHECK(faults(twice).size() == 2);
}

TEST_CASE("DONE may cross the line that ends IDLE, which one tap cannot tell") {
  const Timeline timeline = TraceBuilder()
                                .one_tap()
                                .logged_in()
                                .client("b1 IDLE")
                                .server("+ idling")
                                .server("b1 NO too long")
                                .client("DONE")
                                .timeline();
  CHECK(faults(timeline).empty());
}

TEST_CASE("BAD without a tag is advised against only where the tagged line never comes") {
  TraceBuilder builder;
  builder.server(greeting).client("b1 NOOP").server("* BAD what?");
  CHECK(blames_nobody(builder.timeline()));
  TraceBuilder completed = builder;
  completed.server("b1 BAD what?").client("b2 NOOP").server("b2 OK done");
  CHECK(faults(completed.timeline()).empty());
  CHECK(remarks(completed.timeline()) == std::vector<std::string>{"lawful_command_refused"});
  builder.client("b2 NOOP").server("b2 OK done");
  const Timeline left_open = builder.timeline();
  CHECK(faults(left_open).empty());
  REQUIRE(line_of(left_open, "* BAD").findings.size() == 1);
  TraceBuilder closed;
  closed.server(greeting).client("b1 NOOP").server("* BAD what?");
  closed.event(trace::Direction::to_client, trace::Closed{});
  CHECK(line_of(closed.timeline(), "* BAD").findings.size() == 1);
}

TEST_CASE("what answers a line without a tag is said to do so") {
  const auto why = [](const Timeline& timeline, const char* line) {
    return explain(timeline, line_of(timeline, line).id).why;
  };
  const Timeline timeline = TraceBuilder()
                                .server(greeting)
                                .client("QUIT")
                                .server("* BAD what?")
                                .client("LOGOUT")
                                .server("* BYE so long")
                                .timeline();
  CHECK(why(timeline, "* BAD").find("answer to `QUIT`") != std::string::npos);
  CHECK(why(timeline, "* BYE").find("`LOGOUT`") != std::string::npos);
}

}  // namespace
}  // namespace imapscope::observer
