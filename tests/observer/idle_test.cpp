#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/observer/trace_builder.h"

namespace imapscope::observer {
namespace {

TEST_CASE("IDLE is in progress until DONE, and lets the server speak") {
  TraceBuilder builder;
  builder.selected(3)
      .client("a3 IDLE")
      .server("+ idling")
      .server("* 4 EXISTS")
      .server("* 1 EXPUNGE");
  CHECK(belief_at_end(builder.timeline()).in_progress.at(0).verb == "IDLE");
  builder.client("DONE").server("a3 OK done");
  const Timeline timeline = builder.timeline();
  CHECK(faults(timeline).empty());
  CHECK(belief_at_end(timeline).mailbox->exists == 3);
  CHECK(line_of(timeline, "* 4 EXISTS").command == line_of(timeline, "a3 IDLE").id);
  CHECK(line_of(timeline, "DONE").kind == LineKind::client_data);
  CHECK(token_of(timeline, "DONE", "DONE").term == "end of IDLE");
}

TEST_CASE("while IDLE runs, the client may only say DONE") {
  CHECK(only_fault(
      TraceBuilder().selected().client("a3 IDLE").server("+ idling").client("a4 NOOP").timeline(),
      "client", "command_in_idle"));
}

TEST_CASE("what breaks into IDLE ends it, and is no command of its own") {
  const Timeline timeline = TraceBuilder()
                                .selected()
                                .client("a3 IDLE")
                                .server("+ idling")
                                .client("a4 NOOP")
                                .server("a3 BAD DONE was expected")
                                .timeline();
  CHECK(line_of(timeline, "a4 NOOP").kind == LineKind::client_data);
  CHECK(belief_at_end(timeline).in_progress.empty());
  CHECK(only_fault(timeline, "client", "command_in_idle"));
}

TEST_CASE("what follows IDLE unawaited may end it unseen: from there on the server is believed") {
  const Timeline timeline = TraceBuilder()
                                .selected()
                                .client("a3 IDLE")
                                .client("a4 RENAME {4+}\r\nWork To")
                                .server("+ idling")
                                .server("a3 BAD DONE was expected")
                                .client("a5 SELECT Work")
                                .server("* 0 EXISTS")
                                .server("* OK [UIDVALIDITY 103] UIDs valid")
                                .server("a5 OK [READ-WRITE] SELECT completed")
                                .timeline();
  CHECK(only_fault(timeline, "client", "command_in_idle"));
}

TEST_CASE("IDLE is given one continuation") {
  CHECK(only_fault(
      TraceBuilder().selected().client("a3 IDLE").server("+ idling").server("+ idling").timeline(),
      "server", "continuation_unasked"));
}

}  // namespace
}  // namespace imapscope::observer
