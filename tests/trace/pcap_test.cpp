// Captures made by hand, each with one thing that real captures do.
#include "sim/trace/pcap/pcap.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "sim/base/random.h"
#include "sim/trace/jsonl.h"
#include "tests/in_english.h"
#include "tests/trace/capture_builder.h"
#include "tests/trace/capture_sides.h"

namespace imapscope::trace {
namespace {

using test::Capture;
using test::Dialogue;
using test::File;
using test::Frame;

TEST_SUITE_BEGIN("pcap" * doctest::skip(!can_read_pcap()));

TEST_CASE("a capture's events have one time, the tap's, from the first packet on") {
  Capture capture;
  Dialogue dialogue(capture);
  short_session(dialogue);
  const Trace trace = read_whole(capture.file());
  CHECK(trace.header.source == "pcap");
  CHECK(trace.header.clocking == Clocking::one_tap);
  CHECK(trace.header.unix_us == 1'700'000'000'000'000);
  REQUIRE(trace.events.size() == 6);
  CHECK(trace.events[0].what == What{Opened{"192.0.2.9:40312", "192.0.2.1:143"}});
  CHECK(trace.events[1].sent == Instant{3000});
  for (const Event& event : trace.events) CHECK(event.landed == event.sent);
}

TEST_CASE("every kind of frame and IP gives the same dialogue") {
  for (const Frame frame : {Frame::loopback, Frame::ethernet, Frame::vlan, Frame::double_vlan,
                            Frame::pppoe, Frame::raw, Frame::cooked, Frame::cooked_v2}) {
    for (const bool v6 : {false, true}) {
      CAPTURE(static_cast<int>(frame));
      CAPTURE(v6);
      Capture capture;
      Dialogue dialogue(capture, v6 ? test::client6 : test::client4,
                        v6 ? test::server6 : test::server4);
      short_session(dialogue);
      const Trace trace = read_whole(capture.file(frame));
      CHECK(client_of(trace) == "a1 NOOP\r\n[closed]");
      CHECK(server_of(trace) == "* OK ready\r\na1 OK done\r\n[closed]");
      CHECK(trace.warnings.empty());
    }
  }
}

TEST_CASE("every kind of file gives the same events") {
  Capture capture;
  Dialogue dialogue(capture);
  dialogue.step_us = 1'234'567;
  short_session(dialogue);
  const Trace reference = read_whole(capture.file());
  for (const File file : {File::pcap_big_endian, File::pcap_nanoseconds, File::pcapng}) {
    const Trace trace = read_whole(capture.file(Frame::ethernet, file));
    CHECK(trace.events == reference.events);
    CHECK(trace.header.unix_us == reference.header.unix_us);
    CHECK(trace.header.source == (file == File::pcapng ? "pcapng" : "pcap"));
  }
}

TEST_CASE("retransmitted and doubled segments count once") {
  Capture capture;
  Dialogue dialogue(capture);
  short_session(dialogue);
  const auto once = capture.packets();
  Capture doubled;
  for (const auto& packet : once) {
    doubled.add(packet.us, packet.bytes);
    doubled.add(packet.us + 10, packet.bytes);
  }
  for (const auto& packet : once) doubled.add(packet.us + 60'000'000, packet.bytes);
  CHECK(read_whole(doubled.file()).events == read_whole(capture.file()).events);
}

TEST_CASE("a retransmission that overlaps adds only what is new") {
  Capture capture;
  Dialogue dialogue(capture);
  dialogue.open();
  dialogue.server("* OK ready\r\n");
  const auto packet = [&capture](std::uint32_t offset, std::string_view text) {
    capture.add(1'700'000'001'000'000, test::tcp_packet(test::server4, test::client4, 5001 + offset,
                                                        1001, test::ack, text));
  };
  packet(16, "EXISTS\r\n");
  packet(6, "eady\r\n* 2 EXISTS\r\n* 1 RECENT\r\n");
  CHECK(server_of(read_whole(capture.file())) == "* OK ready\r\n* 2 EXISTS\r\n* 1 RECENT\r\n");
}

TEST_CASE("reordered segments are read in order, when the late one came") {
  Capture capture;
  Dialogue dialogue(capture);
  dialogue.open();
  dialogue.server("* OK ready\r\n");
  dialogue.server("* 1 EXISTS\r\n");
  dialogue.server("* 1 RECENT\r\n");
  std::swap(capture.packets()[3].bytes, capture.packets()[5].bytes);
  const Trace trace = read_whole(capture.file());
  CHECK(server_of(trace) == "* OK ready\r\n* 1 EXISTS\r\n* 1 RECENT\r\n");
  CHECK(trace.events.back().sent == Instant{5000});
}

TEST_CASE("octets that the capture missed are a gap, and what follows is read") {
  Capture capture;
  Dialogue dialogue(capture);
  dialogue.open();
  dialogue.server("* OK ready\r\n");
  dialogue.missed_server("* 1 EXISTS\r\n");
  dialogue.server("* 1 RECENT\r\n");
  dialogue.client("a1 NOOP\r\n");
  dialogue.missed_server("a1 OK done\r\n");
  dialogue.client_acknowledges();
  const Trace trace = read_whole(capture.file());
  CHECK(server_of(trace) == "* OK ready\r\n[gap 12]* 1 RECENT\r\n[gap 12]");
}

TEST_CASE("octets missed before the end are a gap before the end") {
  Capture capture;
  Dialogue dialogue(capture);
  dialogue.open();
  dialogue.server("* OK ready\r\n");
  dialogue.missed_server("* BYE\r\n");
  dialogue.server_closes();
  CHECK(server_of(read_whole(capture.file())) == "* OK ready\r\n[gap 7][closed]");
}

TEST_CASE("a missed FIN is no gap") {
  Capture capture;
  Dialogue dialogue(capture);
  dialogue.open();
  dialogue.server("* OK ready\r\n");
  dialogue.server_closes();
  capture.packets().pop_back();
  dialogue.client_closes();
  CHECK(server_of(read_whole(capture.file())) == "* OK ready\r\n");
}

TEST_CASE("sequence numbers may wrap") {
  Capture capture;
  Dialogue dialogue(capture, test::client4, test::server4, 0xffff'fffd, 0xffff'fff0);
  short_session(dialogue);
  const Trace trace = read_whole(capture.file());
  CHECK(client_of(trace) == "a1 NOOP\r\n[closed]");
  CHECK(server_of(trace) == "* OK ready\r\na1 OK done\r\n[closed]");
}

TEST_CASE("a reset is an abrupt end") {
  Capture capture;
  Dialogue dialogue(capture);
  dialogue.open();
  dialogue.server_resets();
  CHECK(server_of(read_whole(capture.file())) == "[reset]");
}

TEST_CASE("packets that were cut by the snap length leave gaps") {
  Capture capture;
  Dialogue dialogue(capture);
  dialogue.open();
  dialogue.server("* OK ready\r\n");
  dialogue.server("* 1 FETCH (BODY[] {100}\r\n" + std::string(100, 'x') + ")\r\n");
  dialogue.server("* 2 EXISTS\r\n");
  const Trace trace = read_whole(capture.file(Frame::ethernet, File::pcap, 80));
  CHECK(server_of(trace) == "* OK ready\r\n* 1 FETCH (BODY[] {100}\r\nx[gap 102]* 2 EXISTS\r\n");
  REQUIRE(trace.warnings.size() == 1);
  CHECK(in_english(trace.warnings[0]) ==
        "made.pcap holds 1 packet only in part (at most 80 octets of each); what is missing is "
        "shown as gaps.");
}

TEST_CASE("IPv4 fragments are put together") {
  Capture capture;
  Dialogue dialogue(capture);
  dialogue.open();
  dialogue.server("* OK ready, and more text than one fragment holds\r\n");
  const auto whole = capture.packets().back();
  capture.packets().pop_back();
  std::string first = whole.bytes.substr(0, 20 + 24);
  std::string second = whole.bytes.substr(0, 20) + whole.bytes.substr(20 + 24);
  first[6] = '\x20';  // more fragments follow
  first[3] = static_cast<char>(first.size());
  second[7] = 3;  // at 3 × 8 octets
  second[3] = static_cast<char>(second.size());
  capture.add(whole.us, second);
  capture.add(whole.us + 1, first);
  CHECK(server_of(read_whole(capture.file())) ==
        "* OK ready, and more text than one fragment holds\r\n");
}

TEST_CASE("a file cut anywhere gives what stands before the cut, and names the packet") {
  Capture capture;
  Dialogue dialogue(capture);
  short_session(dialogue);
  for (const File kind : {File::pcap, File::pcapng}) {
    const std::string whole = capture.file(Frame::ethernet, kind);
    const Trace reference = read_whole(whole);
    for (std::size_t cut = 0; cut < whole.size(); ++cut) {
      const auto trace = read(whole.substr(0, cut), "cut.pcap");
      if (!trace) {
        CHECK(!in_english(trace.error().message).empty());
        continue;
      }
      REQUIRE(trace->events.size() <= reference.events.size());
      if (trace->warnings.empty()) continue;  // cut between two packets
      CHECK(in_english(trace->warnings[0]).find("cut.pcap cannot be read from packet ") == 0);
    }
  }
}

TEST_CASE("a damaged octet anywhere never breaks the reader") {
  Capture capture;
  Dialogue dialogue(capture);
  short_session(dialogue);
  Random random(20261122);
  for (const File kind : {File::pcap, File::pcapng}) {
    const std::string whole = capture.file(Frame::vlan, kind);
    for (int round = 0; round < 2000; ++round) {
      std::string damaged = whole;
      for (int i = 0; i < 3; ++i) {
        damaged[random.below(damaged.size())] = static_cast<char>(random.below(256));
      }
      const auto trace = read(damaged, "damaged.pcap");
      if (!trace) CHECK(!in_english(trace.error().message).empty());
      if (trace) CHECK(read(print_jsonl(*trace), "x")->events == trace->events);
    }
  }
}

TEST_CASE("a link that is not understood is named") {
  std::string content = Capture{}.file();
  content[20] = 105;
  const auto trace = read(content, "air.pcap");
  REQUIRE(!trace);
  CHECK(in_english(trace.error().message) ==
        "air.pcap was captured on a link that is not understood (type 105, 802.11): Ethernet, "
        "loopback, raw IP and Linux cooked are.");
}

TEST_SUITE_END();

}  // namespace
}  // namespace imapscope::trace
