// Autologout (RFC 3501 §5.4) on virtual time: who is silent for too long hears BYE, and the
// connection closes. That nobody speaks is nothing that a world waits for.
#include <doctest/doctest.h>

#include <algorithm>

#include "sim/observer/timeline.h"
#include "sim/world/world.h"
#include "tests/server/fixture.h"

namespace imapscope::world {
namespace {

constexpr Duration minute = seconds(60);

World connected() {
  Setup setup;
  setup.accounts = server::accounts_of_ada_and_bob();
  setup.server.autologout = minute * 30;
  World world(std::move(setup));
  REQUIRE(world.apply(Connect{"laptop", server::Greeting::preauth, "ada"}));
  world.settle();
  return world;
}

std::string last_said(const World& world) {
  std::string last;
  for (const trace::Event& event : world.trace().events) {
    const auto* payload = std::get_if<trace::Payload>(&event.what);
    if (payload != nullptr && event.direction == trace::Direction::to_client) last = payload->bytes;
  }
  return last;
}

bool any_finding(const World& world) {
  const observer::Timeline timeline(world.trace());
  const auto& lines = timeline.lines();
  return std::any_of(lines.begin(), lines.end(),
                     [](const observer::Line& line) { return !line.findings.empty(); });
}

}  // namespace

TEST_CASE("a client that is silent for half an hour is logged out, and no fault is found in it") {
  World world = connected();
  world.run_until(world.now() + minute * 29);
  CHECK(world.is_connected("laptop"));
  world.run_until(world.now() + minute * 2);
  CHECK_FALSE(world.is_connected("laptop"));
  CHECK(last_said(world) == "* BYE Autologout: nothing came for too long\r\n");
  CHECK_FALSE(any_finding(world));
}

TEST_CASE("any command begins the half hour anew, and so does IDLE; but not for ever") {
  World world = connected();
  for (const char* line : {"a1 NOOP", "a2 IDLE", "DONE", "a3 IDLE"}) {
    world.run_until(world.now() + minute * 29);
    REQUIRE(world.apply(Send{"laptop", line}));
  }
  world.run_until(world.now() + minute * 29);
  CHECK(world.is_connected("laptop"));
  world.run_until(world.now() + minute * 2);
  CHECK_FALSE(world.is_connected("laptop"));
  CHECK_FALSE(any_finding(world));
}

TEST_CASE("a world settles although its clients are silent, and a copy goes on alike") {
  World world = connected();
  const Instant quiet = world.now();
  CHECK_FALSE(world.next_event());
  world.settle();
  CHECK(world.now() == quiet);
  World copy = world;
  for (World* each : {&world, &copy}) each->run_until(quiet + minute * 45);
  CHECK(world.trace().events.size() == copy.trace().events.size());
  CHECK(world.trace().events.back().sent == copy.trace().events.back().sent);
}

TEST_CASE("without the timer nobody is sent away") {
  Setup setup;
  setup.accounts = server::accounts_of_ada_and_bob();
  World world(std::move(setup));
  REQUIRE(world.apply(Connect{"laptop", server::Greeting::preauth, "ada"}));
  world.run_until(world.now() + minute * 600);
  CHECK(world.is_connected("laptop"));
}

}  // namespace imapscope::world
