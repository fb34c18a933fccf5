#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/observer/trace_builder.h"

namespace imapscope::observer {
namespace {

TEST_CASE("LOGIN tells the user, once it has succeeded") {
  TraceBuilder builder;
  builder.server("* OK ready").client("a1 LOGIN ada secret");
  CHECK_FALSE(belief_at_end(builder.timeline()).user.has_value());
  builder.server("a1 OK done");
  CHECK(belief_at_end(builder.timeline()).user == "ada");
  CHECK(belief_at_end(builder.timeline()).state == State::authenticated);
}

TEST_CASE("a failed LOGIN leaves the session where it was") {
  const Timeline timeline =
      TraceBuilder().server("* OK ready").client("a1 LOGIN ada x").server("a1 NO wrong").timeline();
  CHECK(belief_at_end(timeline).state == State::not_authenticated);
  const Line& no = line_of(timeline, "a1 NO");
  REQUIRE(no.effects.size() == 1);
  CHECK(effect_of<effect::Failed>(no) != nullptr);
}

TEST_CASE("AUTHENTICATE PLAIN tells the user, with its response later or at once") {
  TraceBuilder later;
  later.server("* OK ready").client("a1 AUTHENTICATE PLAIN").server("+ ");
  later.client("AGFkYQBzZWNyZXQ=").server("a1 OK done");
  CHECK(belief_at_end(later.timeline()).user == "ada");
  CHECK(line_of(later.timeline(), "AGFk").kind == LineKind::client_data);
  CHECK(faults(later.timeline()).empty());
  TraceBuilder at_once;
  at_once.server("* OK ready")
      .client("a1 AUTHENTICATE PLAIN AGFkYQBzZWNyZXQ=")
      .server("a1 OK done");
  CHECK(belief_at_end(at_once.timeline()).user == "ada");
}

TEST_CASE("a second LOGIN is illegal, unless the first may still fail") {
  CHECK(only_fault(TraceBuilder().logged_in().client("a2 LOGIN ada secret").timeline(), "client",
                   "wrong_state"));
  CHECK(faults(TraceBuilder()
                   .server("* OK ready")
                   .every(milliseconds(1))
                   .client("a1 LOGIN ada x")
                   .client("a2 LOGIN ada y")
                   .timeline())
            .empty());
}

TEST_CASE("one tap cannot tell what a client knew when it sent a line") {
  TraceBuilder builder;
  builder.one_tap().server("* OK ready").every(milliseconds(1));
  builder.client("a1 LOGIN ada x").server("a1 OK done").client("a2 LOGIN ada x");
  const Timeline timeline = builder.timeline();
  CHECK(faults(timeline).empty());
  const Line& second = line_of(timeline, "a2");
  REQUIRE(second.findings.size() == 1);
  CHECK(second.findings[0].id() == "wrong_state_perhaps");
}

TEST_CASE("a SASL response is explained as such, a password as what all can read") {
  TraceBuilder builder;
  builder.server("* OK ready").client("a1 AUTHENTICATE PLAIN").server("+ ").client("AGEAYg==");
  const Explanation explanation = explain(builder.timeline(), LineId{4});
  CHECK(explanation.tokens[0].term == "SASL response");
  CHECK(token_of(TraceBuilder().logged_in().timeline(), "a1 LOGIN", "secret").term == "password");
}

}  // namespace
}  // namespace imapscope::observer
