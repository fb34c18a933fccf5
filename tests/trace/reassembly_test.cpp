// However TCP cuts, repeats and reorders, the streams of a capture are the same.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "sim/base/random.h"
#include "sim/trace/pcap/pcap.h"
#include "tests/trace/capture_builder.h"
#include "tests/trace/capture_sides.h"

namespace imapscope::trace {
namespace {

std::string greeting_and_lines(Random& random) {
  std::string text = "* OK ready\r\n";
  for (int i = 0; i < 40; ++i) {
    text += "* " + std::to_string(random.below(1000) + 1) + " FETCH (FLAGS (\\Seen))\r\n";
  }
  return text;
}

/// The server's text in segments of any size, each sent once or more, all in any order.
test::Capture shuffled(const std::string& text, Random& random) {
  test::Capture capture;
  test::Dialogue(capture, test::client4, test::server4, 1, 0xffff'ff00).open();
  const auto length = static_cast<std::uint32_t>(text.size());
  const auto send = [&](std::uint32_t from, std::uint32_t octets) {
    capture.add(1'700'000'001'000'000,
                test::tcp_packet(test::server4, test::client4, 0xffff'ff01 + from, 2, test::ack,
                                 std::string_view(text).substr(from, octets)));
  };
  for (std::uint32_t at = 0; at < length;) {
    const auto octets = static_cast<std::uint32_t>(1 + random.below(60));
    send(at, octets);
    at += octets;
    if (random.below(3) == 0) {  // again, cut elsewhere
      send(static_cast<std::uint32_t>(random.below(at < length ? at : length)), octets);
    }
  }
  auto& packets = capture.packets();
  for (std::size_t i = packets.size() - 1; i > 3; --i) {
    std::swap(packets[i].bytes, packets[3 + random.below(i - 2)].bytes);
  }
  return capture;
}

TEST_CASE("any cut, repetition and order of segments gives the same stream" *
          doctest::skip(!can_read_pcap())) {
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    CAPTURE(seed);
    Random random(seed);
    const std::string text = greeting_and_lines(random);
    CHECK(server_of(read_whole(shuffled(text, random).file())) == text);
  }
}

}  // namespace
}  // namespace imapscope::trace
