#include "sim/channel/link.h"

#include <doctest/doctest.h>

namespace imapscope::channel {
namespace {

using trace::Event;

Link link_with(LinkSettings settings) {
  return Link({1}, trace::Direction::to_server, settings, Random(7));
}

std::string bytes_of(const Event& event) {
  return std::get<trace::Payload>(event.what).bytes;
}

TEST_CASE("a segment lands one latency after it was sent") {
  Link link = link_with({.latency = milliseconds(20)});
  const auto events = link.send("a1 NOOP\r\n", Instant{500});
  REQUIRE(events.size() == 1);
  CHECK(bytes_of(events[0]) == "a1 NOOP\r\n");
  CHECK(events[0].sent == Instant{500});
  CHECK(events[0].landed == Instant{20500});
}

TEST_CASE("long writes are cut into segments, and nothing is lost between them") {
  Link link = link_with({.segment_octets = 4});
  const auto events = link.send("0123456789", {});
  REQUIRE(events.size() == 3);
  CHECK(bytes_of(events[0]) + bytes_of(events[1]) + bytes_of(events[2]) == "0123456789");
  CHECK(bytes_of(events[2]) == "89");
}

TEST_CASE("a slow wire delays each segment by its octets, and the next write by all of them") {
  Link link = link_with({.latency = {}, .octets_per_second = 1000, .segment_octets = 10});
  const auto events = link.send("0123456789abcdefghij", {});
  REQUIRE(events.size() == 2);
  CHECK(events[0].landed == Instant{10000});
  CHECK(events[1].landed == Instant{20000});
  CHECK(link.send("k", Instant{5000}).front().landed == Instant{21000});
}

TEST_CASE("nothing overtakes: neither by jitter nor when the latency shrinks") {
  Link link = link_with({.latency = milliseconds(20), .jitter = milliseconds(50)});
  Instant last;
  for (int i = 0; i < 200; ++i) {
    const auto event = link.send("x", Instant{i * 100}).front();
    CHECK(*event.landed >= last);
    last = *event.landed;
  }
  link.set({.latency = {}});
  CHECK(*link.send("y", Instant{20000}).front().landed >= last);
  CHECK(*link.close(Instant{20000}).landed >= last);
}

TEST_CASE("the same seed gives the same landings, another one gives others") {
  const LinkSettings jumpy{.jitter = milliseconds(9)};
  const auto landings = [&](std::uint64_t seed) {
    Link link({1}, trace::Direction::to_client, jumpy, Random(seed));
    std::vector<std::int64_t> us;
    for (int i = 0; i < 20; ++i) {
      us.push_back(link.send("x", Instant{i * 100000}).front().landed->us);
    }
    return us;
  };
  CHECK(landings(1) == landings(1));
  CHECK(landings(1) != landings(2));
}

TEST_CASE("what is sent after a cut is lost") {
  Link link = link_with({});
  link.cut();
  CHECK(link.is_cut());
  CHECK_FALSE(link.send("x", {}).front().landed.has_value());
}

TEST_CASE("a close lands behind all that was sent before, and says whether it is abrupt") {
  Link link = link_with({.octets_per_second = 1000});
  const auto payload = link.send("0123456789", {}).front();
  const Event close = link.close({}, true);
  CHECK(*close.landed >= *payload.landed);
  CHECK(std::get<trace::Closed>(close.what).abrupt);
}

TEST_CASE("a segment size of nothing still makes progress") {
  Link link = link_with({.segment_octets = 0});
  CHECK(link.send("abc", {}).size() == 3);
}

}  // namespace
}  // namespace imapscope::channel
