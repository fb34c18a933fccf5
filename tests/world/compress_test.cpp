// COMPRESS over the virtual channel: what is said stays to be read, and is shorter on the wire.
#include <doctest/doctest.h>

#include "sim/codec/deflate.h"
#include "sim/explain/explain.h"
#include "sim/observer/timeline.h"
#include "sim/world/world.h"
#include "tests/server/fixture.h"

namespace imapscope::world {
namespace {

World logged_in(std::int64_t octets_per_second = 0) {
  Setup setup;
  setup.accounts = server::accounts_of_ada_and_bob();
  setup.server.turn("COMPRESS=DEFLATE");
  setup.server.turn("UNAUTHENTICATE");
  setup.network.octets_per_second = octets_per_second;
  World world(std::move(setup));
  REQUIRE(world.apply(Connect{"laptop"}));
  REQUIRE(world.apply(Send{"laptop", "a1 LOGIN ada secret\r\na2 SELECT INBOX"}));
  world.settle();
  return world;
}

void send(World& world, const std::string& line) {
  REQUIRE(world.apply(Send{"laptop", line}));
  world.settle();
}

const observer::Line& line_with(const observer::Timeline& timeline, std::string_view text) {
  for (const observer::Line& line : timeline.lines()) {
    if (line.bytes.starts_with(text)) return line;
  }
  FAIL("no line begins with ", text);
  return timeline.lines()[0];
}

std::string why(const observer::Timeline& timeline, std::string_view text) {
  return explain::explain(timeline, line_with(timeline, text).id, words::Words("en")).why;
}

std::vector<std::string> findings_of(const observer::Timeline& timeline) {
  std::vector<std::string> all;
  for (const observer::Line& line : timeline.lines()) {
    for (const observer::Finding& finding : line.findings) all.emplace_back(finding.id());
  }
  return all;
}

}  // namespace

TEST_CASE("behind COMPRESS both ends compress, and all can be read") {
  if (!codec::has_deflate()) return;
  World world = logged_in();
  send(world, "a3 COMPRESS DEFLATE");
  send(world, "a4 FETCH 1:* (UID FLAGS)");
  send(world, "a5 FETCH 1:* (UID FLAGS)");
  const observer::Timeline timeline(world.trace());
  CHECK(findings_of(timeline).empty());
  CHECK(line_with(timeline, "a5 OK").kind == observer::LineKind::tagged);
  CHECK(why(timeline, "a3 OK").find("compressed") == std::string::npos);
  INFO(why(timeline, "a4 FETCH"));
  CHECK(why(timeline, "a4 FETCH").find("what was sent at once, 26 octets, went as ") !=
        std::string::npos);

  std::uint64_t said = 0;
  std::uint64_t went = 0;
  for (const trace::Event& event : world.trace().events) {
    const auto* payload = std::get_if<trace::Payload>(&event.what);
    if (payload == nullptr || payload->compressed == 0) continue;
    said += payload->bytes.size();
    went += payload->compressed;
  }
  CHECK(went > 0);
  CHECK(went < said / 2);  // the second FETCH and its answers point at the first
}

TEST_CASE("what is compressed takes less time on a slow wire") {
  if (!codec::has_deflate()) return;
  const auto time_of_fetches = [](const std::string& before) {
    World world = logged_in(1000);
    send(world, before);
    const Instant start = world.now();
    for (const char* tag : {"b1", "b2", "b3"}) send(world, tag + std::string(" FETCH 1:* ALL"));
    return world.now() - start;
  };
  CHECK(time_of_fetches("a3 COMPRESS DEFLATE").us < time_of_fetches("a3 NOOP").us / 2);
}

TEST_CASE("what a client sends behind COMPRESS before it is answered ends the session") {
  if (!codec::has_deflate()) return;
  SUBCASE("in one segment") {
    World world = logged_in();
    send(world, "a3 COMPRESS DEFLATE\r\na4 NOOP");
    const observer::Timeline timeline(world.trace());
    CHECK(findings_of(timeline) == std::vector<std::string>{"pipelined_behind_compress"});
    CHECK(line_with(timeline, "* BYE").bytes.find("not compressed") != std::string::npos);
    CHECK_FALSE(world.is_connected("laptop"));
  }
  SUBCASE("while the answer is under way") {
    World world = logged_in();
    REQUIRE(world.apply(Send{"laptop", "a3 COMPRESS DEFLATE"}));
    world.run_until(world.now() + milliseconds(30));
    send(world, "a4 NOOP");
    const observer::Timeline timeline(world.trace());
    CHECK(findings_of(timeline) == std::vector<std::string>{"pipelined_behind_compress"});
    CHECK(line_with(timeline, "a4 NOOP").kind == observer::LineKind::command);
    CHECK_FALSE(world.is_connected("laptop"));
  }
}

TEST_CASE("UNAUTHENTICATE ends compression") {
  if (!codec::has_deflate()) return;
  World world = logged_in();
  send(world, "a3 COMPRESS DEFLATE");
  send(world, "a4 UNAUTHENTICATE\r\na5 LOGIN ada secret");
  send(world, "a6 COMPRESS DEFLATE");
  send(world, "a7 NOOP");
  const observer::Timeline timeline(world.trace());
  CHECK(findings_of(timeline).empty());
  const auto is_compressed = [&](std::string_view text) {
    return why(timeline, text).find("compressed") != std::string::npos;
  };
  CHECK(is_compressed("a4 UNAUTHENTICATE"));
  CHECK(is_compressed("a4 OK"));
  CHECK_FALSE(is_compressed("a5 LOGIN"));
  CHECK_FALSE(is_compressed("a5 OK"));
  CHECK(is_compressed("a7 OK"));
}

TEST_CASE("a refused COMPRESS changes nothing") {
  if (!codec::has_deflate()) return;
  World world = logged_in();
  send(world, "a3 COMPRESS LZW");
  send(world, "a4 NOOP");
  for (const trace::Event& event : world.trace().events) {
    const auto* payload = std::get_if<trace::Payload>(&event.what);
    CHECK((payload == nullptr || payload->compressed == 0));
  }
}

}  // namespace imapscope::world
