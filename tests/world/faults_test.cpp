// Faults on request: a bystander finds each of them, and a client goes on where it can.
#include <doctest/doctest.h>

#include <algorithm>
#include <memory>

#include "sim/observer/timeline.h"
#include "sim/server/temper/misbehaviour.h"
#include "sim/world/world.h"
#include "tests/server/fixture.h"

namespace imapscope::world {
namespace {

using server::Fault;
using server::FaultKind;

World world_with(std::vector<Fault> faults) {
  Setup setup;
  setup.accounts = server::accounts_of_ada_and_bob();
  setup.server.misbehaviour =
      std::make_shared<const server::Misbehaviour>(server::Misbehaviour{std::move(faults)});
  World world(std::move(setup));
  REQUIRE(world.apply(Connect{"laptop", server::Greeting::preauth, "ada"}));
  return world;
}

/// Each line as soon as all that the last one brought has happened.
void say(World& world, const std::vector<std::string>& lines) {
  for (const std::string& line : lines) {
    world.settle();
    (void)world.apply(Send{"laptop", line});
  }
  world.settle();
  world.run_until(world.now() + seconds(20));
  (void)world.apply(Disconnect{"laptop"});
  world.settle();
}

/// What a bystander finds: "exists_fell".
std::vector<std::string> found_in(const World& world) {
  std::vector<std::string> ids;
  const observer::Timeline timeline(world.trace());
  for (const observer::Line& line : timeline.lines()) {
    for (const observer::Finding& finding : line.findings) ids.emplace_back(finding.id());
  }
  return ids;
}

std::string all_said(const World& world) {
  std::string all;
  for (const trace::Event& event : world.trace().events) {
    const auto* payload = std::get_if<trace::Payload>(&event.what);
    if (payload != nullptr && event.direction == trace::Direction::to_client) all += payload->bytes;
  }
  return all;
}

bool holds(const std::vector<std::string>& ids, std::string_view id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

const std::vector<std::string> session{
    "a0 CAPABILITY",
    "a1 SELECT INBOX",
    "a2 FETCH 1 BODY.PEEK[]",
    "a3 FETCH 2 BODYSTRUCTURE",
    "a4 CLOSE",
    "a5 SELECT INBOX",
    "a6 STORE 3 +FLAGS.SILENT (\\Deleted)",
    "a7 EXPUNGE",
    "a8 NOOP",
    "a9 LOGOUT",
};

/// With which of these commands a fault of that kind comes to its own.
Fault fault_of(FaultKind kind) {
  Fault fault{.kind = kind};
  fault.verb = "NOOP";
  if (kind == FaultKind::say) fault.lines = {"* OK something else", "{tag} OK and done"};
  if (kind == FaultKind::delay) fault.time = seconds(15);
  if (kind == FaultKind::literal_count) fault.verb = "FETCH";
  if (kind == FaultKind::body_structure) fault.verb = "FETCH";
  if (kind == FaultKind::expunge_number) fault.verb = "EXPUNGE";
  if (kind == FaultKind::uid_validity) {
    fault.verb = "SELECT";
    fault.nth = 2;
  }
  return fault;
}

TEST_CASE("a bystander finds every kind of fault, as its row says") {
  for (const server::FaultInfo& row : server::fault_table()) {
    CAPTURE(row.key);
    World world = world_with({fault_of(row.kind)});
    say(world, session);
    const std::vector<std::string> found = found_in(world);
    CAPTURE(all_said(world));
    if (row.rule.empty()) {
      CHECK(found.empty());
    } else {
      CHECK(holds(found, row.rule));
    }
  }
}

TEST_CASE("without faults the same session has nothing that could be found") {
  World world = world_with({});
  say(world, session);
  CHECK(found_in(world).empty());
}

TEST_CASE("faults that need no command come at their time, once in each connection") {
  for (const server::FaultInfo& row : server::fault_table()) {
    if (!row.at_a_time) continue;
    CAPTURE(row.key);
    Fault fault = fault_of(row.kind);
    fault.verb.clear();
    fault.nth = 0;
    fault.at = seconds(5);
    World world = world_with({fault});
    REQUIRE(world.apply(Send{"laptop", "a1 SELECT INBOX"}));
    world.run_until(Instant{4'000'000});
    const std::string before = all_said(world);
    CHECK(before.ends_with("a1 OK [READ-WRITE] SELECT completed\r\n"));
    world.settle();
    const std::string after = all_said(world);
    const bool is_quiet = row.kind == FaultKind::silence || row.kind == FaultKind::cut;
    CHECK((after == before) == is_quiet);
    CHECK_FALSE(world.next_event().has_value());
  }
}

TEST_CASE("the nth of a command, and the nth connection, are what is meant") {
  World world = world_with({{.kind = FaultKind::no, .verb = "NOOP", .nth = 2, .connection = 2}});
  const std::vector<std::string> lines{"a1 NOOP", "a2 NOOP", "a3 NOOP", "a4 LOGOUT"};
  say(world, lines);
  CHECK(all_said(world).find(" NO ") == std::string::npos);
  REQUIRE(world.apply(Connect{"laptop", server::Greeting::preauth, "ada"}));
  say(world, lines);
  CHECK(all_said(world).find("a1 OK NOOP completed\r\na2 NO The server will not\r\na3 OK") !=
        std::string::npos);
}

TEST_CASE("UID FETCH alone, and FETCH in both its forms") {
  World uid_only = world_with({{.kind = FaultKind::bad, .verb = "UID FETCH"}});
  const std::vector<std::string> lines{"a1 SELECT INBOX", "a2 FETCH 1 UID", "a3 UID FETCH 10 UID"};
  say(uid_only, lines);
  CHECK(all_said(uid_only).find("a2 OK FETCH completed\r\na3 BAD ") != std::string::npos);
  World both = world_with({{.kind = FaultKind::bad, .verb = "FETCH"}});
  say(both, lines);
  CHECK(all_said(both).find("a2 BAD The server does not understand\r\na3 BAD ") !=
        std::string::npos);
}

TEST_CASE("what a fault takes the place of is not done, and what it alters is") {
  World refused = world_with({{.kind = FaultKind::no, .verb = "EXPUNGE"}});
  say(refused, session);
  CHECK(refused.accounts().find("ada")->find(MailboxName("INBOX"))->size() == 5);
  World altered = world_with({{.kind = FaultKind::no_completion, .verb = "EXPUNGE"}});
  say(altered, session);
  CHECK(altered.accounts().find("ada")->find(MailboxName("INBOX"))->size() == 4);
}

TEST_CASE("an answer that is late holds back what comes behind it, in order") {
  World world = world_with({{.kind = FaultKind::delay, .verb = "FETCH", .time = seconds(15)}});
  for (const char* line : {"a1 SELECT INBOX", "a2 FETCH 1 UID", "a3 NOOP"}) {
    REQUIRE(world.apply(Send{"laptop", line}));
  }
  world.run_until(Instant{10'000'000});
  CHECK(all_said(world).ends_with("a1 OK [READ-WRITE] SELECT completed\r\n"));
  world.settle();
  CHECK(all_said(world).ends_with("a2 OK FETCH completed\r\na3 OK NOOP completed\r\n"));
}

TEST_CASE("in IDLE a fault goes on until DONE") {
  World world = world_with({{.kind = FaultKind::no_completion, .verb = "IDLE"}});
  say(world, {"a1 SELECT INBOX", "a2 IDLE"});
  CHECK(all_said(world).ends_with("+ idling\r\n"));
  World done = world_with({{.kind = FaultKind::wrong_tag, .verb = "IDLE"}});
  say(done, {"a1 SELECT INBOX", "a2 IDLE", "DONE", "a3 NOOP"});
  CHECK(all_said(done).ends_with("xa2 OK IDLE completed\r\na3 OK NOOP completed\r\n"));
}

TEST_CASE("a world that misbehaves is a value, too") {
  World world = world_with(
      {{.kind = FaultKind::delay, .time = seconds(3)}, {.kind = FaultKind::bye, .at = seconds(9)}});
  REQUIRE(world.apply(Send{"laptop", "a1 SELECT INBOX"}));
  world.run_until(Instant{1'000'000});
  World copy = world;
  world.settle();
  copy.settle();
  CHECK(world.trace().events == copy.trace().events);
  CHECK(all_said(copy).ends_with("* BYE The server goes away\r\n"));
}

}  // namespace
}  // namespace imapscope::world
