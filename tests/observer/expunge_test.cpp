#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/observer/trace_builder.h"

namespace imapscope::observer {
namespace {

std::vector<std::uint32_t> uids(const SessionBelief& belief) {
  std::vector<std::uint32_t> all;
  for (const MessageBelief& message : belief.mailbox->messages) {
    all.push_back(message.uid.value_or(Uid{0}).value);
  }
  return all;
}

TraceBuilder with_uids() {
  TraceBuilder builder;
  builder.selected(5).client("a3 FETCH 1:5 UID");
  for (int n = 1; n <= 5; ++n) {
    builder.server("* " + std::to_string(n) + " FETCH (UID " + std::to_string(n * 10) + ")");
  }
  return builder.server("a3 OK done");
}

TEST_CASE("every higher number drops by one, at once") {
  TraceBuilder builder = with_uids();
  builder.client("a4 EXPUNGE").server("* 2 EXPUNGE").server("* 2 EXPUNGE").server("a4 OK done");
  const Timeline timeline = builder.timeline();
  CHECK(uids(belief_at_end(timeline)) == std::vector<std::uint32_t>{10, 40, 50});
  CHECK(faults(timeline).empty());
  CHECK(effect_of<effect::Expunged>(line_of(timeline, "* 2 EXPUNGE")) != nullptr);
}

TEST_CASE("EXPUNGE is never sent while no command is in progress") {
  CHECK(only_fault(with_uids().server("* 1 EXPUNGE").timeline(), "server", "expunge_unasked"));
}

TEST_CASE("EXPUNGE is never sent during FETCH, STORE or SEARCH, but their UID forms may carry it") {
  struct Case {
    std::string command;
    bool lawful;
  };
  const std::vector<Case> cases{{"FETCH 1 FLAGS", false},
                                {"STORE 1 +FLAGS (\\Seen)", false},
                                {"SEARCH ALL", false},
                                {"UID FETCH 10 FLAGS", true},
                                {"UID STORE 10 +FLAGS (\\Seen)", true},
                                {"UID SEARCH ALL", true},
                                {"NOOP", true},
                                {"COPY 1 x", true},
                                {"IDLE", true}};
  for (const Case& c : cases) {
    const Timeline timeline =
        with_uids().client("a4 " + c.command).server("* 3 EXPUNGE").timeline();
    CHECK_MESSAGE(faults(timeline).empty() == c.lawful, c.command);
  }
}

TEST_CASE("an EXPUNGE that crosses a FETCH on the way is lawful") {
  TraceBuilder builder = with_uids();
  builder.client("a4 NOOP").every(milliseconds(5)).server("* 3 EXPUNGE");
  builder.client("a5 UID FETCH 40 FLAGS").server("a4 OK done");
  const Timeline timeline = builder.timeline();
  CHECK(faults(timeline).empty());
  CHECK(line_of(timeline, "* 3 EXPUNGE").command == line_of(timeline, "a4").id);
}

TEST_CASE("a message that is not there cannot be expunged") {
  CHECK(only_fault(with_uids().client("a4 NOOP").server("* 6 EXPUNGE").timeline(), "server",
                   "expunge_beyond_exists"));
}

TEST_CASE("EXPUNGE explains its arithmetic") {
  const Timeline timeline = with_uids().client("a4 NOOP").server("* 3 EXPUNGE").timeline();
  const Explanation explanation = explain(timeline, line_of(timeline, "* 3 EXPUNGE").id);
  CHECK(explanation.tokens[explanation.leading].shown == "EXPUNGE");
  CHECK(explanation.tokens[explanation.leading].meaning.find("drops by one") != std::string::npos);
  CHECK(explanation.tokens[1].meaning.find("UID 30") != std::string::npos);
}

}  // namespace
}  // namespace imapscope::observer
