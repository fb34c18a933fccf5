#include "sim/observer/dialogue.h"

#include <doctest/doctest.h>

#include "tests/observer/trace_builder.h"

namespace imapscope::observer {
namespace {

using Wants = Dialogue::Wants;

std::optional<Dialogue> dialogue_at(const Timeline& timeline, std::size_t moments,
                                    trace::ConnectionId connection) {
  Talk talk(connection);
  talk.stand_after(moments, timeline);
  return talk.dialogue(timeline);
}

std::optional<Dialogue> at_end(const TraceBuilder& builder) {
  const Timeline timeline = builder.timeline();
  return dialogue_at(timeline, timeline.moments().size(), {1});
}

TEST_CASE("a literal is wanted once the plus has landed, and not after it was sent") {
  TraceBuilder builder;
  builder.logged_in();
  CHECK_FALSE(at_end(builder).has_value());
  builder.client("a2 APPEND INBOX {11}");
  REQUIRE(at_end(builder).has_value());
  CHECK_FALSE(at_end(builder)->asked.has_value());
  builder.server("+ go on");
  REQUIRE(at_end(builder)->asked.has_value());
  CHECK(at_end(builder)->wants == Wants::octets);
  CHECK(at_end(builder)->octets == 11);
  builder.client("Hi\r\nthere\r\n");
  CHECK_FALSE(at_end(builder).has_value());
}

TEST_CASE("what a client waits for is the same whether one comes from before, or goes back") {
  TraceBuilder builder;
  builder.logged_in();
  builder.client("a2 APPEND INBOX {2}").server("+ go on").client("Hi").server("a2 OK done");
  builder.client("a3 IDLE").server("+ idling").client("DONE").server("a3 OK done");
  const Timeline timeline = builder.timeline();
  Talk moving({1});
  const auto at = [&](std::size_t moments) {
    moving.stand_after(moments, timeline);
    const auto fresh = dialogue_at(timeline, moments, {1});
    const auto here = moving.dialogue(timeline);
    REQUIRE(here.has_value() == fresh.has_value());
    if (here) CHECK(here->command == fresh->command);
    if (here) CHECK(here->asked == fresh->asked);
  };
  const std::size_t count = timeline.moments().size();
  for (std::size_t i = 0; i <= count; ++i) at(i);
  for (std::size_t i = count; i > 0; --i) at(i - 1);
}

TEST_CASE("each literal of a command is wanted in its turn") {
  TraceBuilder builder;
  builder.server("* OK ready").client("a1 LOGIN {3}").server("+ go on");
  CHECK(at_end(builder)->octets == 3);
  builder.client("ada {6}").server("+ go on");
  CHECK(at_end(builder)->octets == 6);
  builder.client("secret").server("a1 OK done");
  CHECK_FALSE(at_end(builder).has_value());
}

TEST_CASE("a literal that the server refused is not wanted") {
  TraceBuilder builder;
  builder.logged_in().client("a2 APPEND x {500}").server("a2 NO [TOOBIG] no");
  CHECK_FALSE(at_end(builder).has_value());
}

TEST_CASE("octets that look like an announcement announce nothing") {
  TraceBuilder builder;
  builder.logged_in().client("a2 APPEND x {3}").server("+ go on").client("{9}");
  CHECK_FALSE(at_end(builder).has_value());
}

TEST_CASE("AUTHENTICATE wants a response as often as the server asks") {
  TraceBuilder builder;
  builder.server("* OK ready").client("a1 AUTHENTICATE LOGIN");
  REQUIRE(at_end(builder).has_value());
  CHECK(at_end(builder)->wants == Wants::sasl_response);
  CHECK_FALSE(at_end(builder)->asked.has_value());
  builder.server("+ VXNlcm5hbWU6");
  CHECK(at_end(builder)->asked.has_value());
  builder.client("YWRh");
  CHECK_FALSE(at_end(builder).has_value());
  builder.server("+ UGFzc3dvcmQ6");
  CHECK(at_end(builder)->wants == Wants::sasl_response);
  builder.client("c2VjcmV0").server("a1 OK done");
  CHECK_FALSE(at_end(builder).has_value());
}

TEST_CASE("IDLE wants DONE, whatever the server tells meanwhile") {
  TraceBuilder builder;
  builder.selected().client("a3 IDLE").server("+ idling").server("* 4 EXISTS");
  REQUIRE(at_end(builder).has_value());
  CHECK(at_end(builder)->wants == Wants::done);
  builder.client("DONE").server("a3 OK done");
  CHECK_FALSE(at_end(builder).has_value());
}

TEST_CASE("what is wanted is a function of the moment, not of what is known to come") {
  TraceBuilder builder;
  builder.logged_in().client("a2 APPEND INBOX {5}").server("+ go on").client("hello");
  const Timeline timeline = builder.server("a2 OK done").timeline();
  const auto plus = timeline.moment_of(line_of(timeline, "+ go on").id, Moment::Kind::lands);
  REQUIRE(plus.has_value());
  CHECK_FALSE(dialogue_at(timeline, *plus, {1})->asked.has_value());
  CHECK(dialogue_at(timeline, *plus + 1, {1})->asked.has_value());
  CHECK_FALSE(dialogue_at(timeline, timeline.moments().size(), {1}).has_value());
}

}  // namespace
}  // namespace imapscope::observer
