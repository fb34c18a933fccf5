#include "sim/world/history.h"

#include <doctest/doctest.h>

#include "sim/trace/jsonl.h"
#include "tests/in_english.h"
#include "tests/server/fixture.h"

namespace imapscope::world {
namespace {

History history_of_ada() {
  Setup setup;
  setup.title = "test";
  setup.accounts = server::accounts_of_ada_and_bob();
  setup.network.jitter = milliseconds(7);
  return History(std::move(setup));
}

void act(History& history, const Action& action) {
  const auto done = history.act(action);
  REQUIRE_MESSAGE(done.has_value(), (done ? "" : in_english(done.error())));
}

/// Enough inputs for several checkpoints.
History long_session() {
  History history = history_of_ada();
  act(history, Connect{"laptop", server::Greeting::preauth, "ada"});
  act(history, Send{"laptop", "a1 SELECT INBOX"});
  for (int i = 2; i < 30; ++i) {
    const std::string tag = "a" + std::to_string(i);
    act(history, Send{"laptop", tag + (i % 2 == 0 ? " NOOP" : " FETCH 1 FLAGS")});
  }
  return history;
}

std::string text_of(const trace::Trace& trace) {
  return trace::print_jsonl(trace);
}

}  // namespace

TEST_CASE("the same inputs at the same times lead to the same bytes") {
  const History first = long_session();
  History again = history_of_ada();
  for (const Input& input : first.inputs()) {
    REQUIRE(again.act_at(input.at, input.action).has_value());
  }
  again.settle();
  CHECK(text_of(again.trace()) == text_of(first.trace()));
}

TEST_CASE("without its last input a history is as if that had never been done") {
  History history = long_session();
  const std::string before = text_of(history.trace());
  const std::size_t inputs = history.inputs().size();
  act(history, Send{"laptop", "a99 STORE 1 +FLAGS (\\Seen)"});
  CHECK(text_of(history.trace()) != before);
  const History undone = history.without_last();
  CHECK(text_of(undone.trace()) == before);
  CHECK(undone.inputs().size() == inputs);
}

TEST_CASE("everything can be undone, input by input, to the beginning") {
  History history = long_session();
  while (!history.inputs().empty()) history = history.without_last();
  CHECK(history.trace().events.empty());
  act(history, Connect{"laptop"});
  CHECK(history.inputs().size() == 1);
}

TEST_CASE("a history until a moment holds what had been sent then, and can go another way") {
  const History whole = long_session();
  for (const std::size_t i : {std::size_t{0}, std::size_t{9}, std::size_t{20}}) {
    const Instant t = whole.inputs()[i].at;
    History past = whole.until(t);
    CHECK(past.now() == t);
    CHECK(past.inputs().size() == i + 1);
    for (const trace::Event& event : past.trace().events) CHECK(event.sent <= t);
    act(past, Disconnect{"laptop", true});
    CHECK(past.inputs().size() == i + 2);
  }
}

TEST_CASE("the world at a moment is the same from any checkpoint") {
  const History whole = long_session();
  for (const Input& input : whole.inputs()) {
    const World world = whole.world_at(input.at);
    CHECK(world.now() == input.at);
    CHECK(text_of(world.trace()) == text_of(whole.until(input.at).trace()));
  }
}

TEST_CASE("a world that is moved on is the world of the later moment") {
  const History whole = long_session();
  World moving = whole.world_at(whole.inputs().front().at);
  for (const trace::Event& event : whole.trace().events) {
    whole.go_on(moving, event.landed.value_or(event.sent));
    const World jumped = whole.world_at(moving.now());
    CHECK(text_of(moving.trace()) == text_of(jumped.trace()));
    CHECK(moving.next_event() == jumped.next_event());
  }
}

TEST_CASE("what the world refuses is no input, and is said in one sentence") {
  History history = history_of_ada();
  const auto refused = history.act(Send{"laptop", "a1 NOOP"});
  REQUIRE_FALSE(refused.has_value());
  CHECK(in_english(refused.error()) == "laptop is not connected.");
  CHECK(history.inputs().empty());
}

}  // namespace imapscope::world
