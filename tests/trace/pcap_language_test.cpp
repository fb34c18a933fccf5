// Which connections of a capture are IMAP, who is the server, and what TLS hides.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "sim/disk/disk_files.h"
#include "sim/trace/pcap/pcap.h"
#include "tests/in_english.h"
#include "tests/trace/capture_builder.h"
#include "tests/trace/capture_sides.h"

namespace imapscope::trace {
namespace {

using test::Capture;
using test::Dialogue;

TEST_SUITE_BEGIN("pcap" * doctest::skip(!can_read_pcap()));

TEST_CASE("a capture that begins in the middle says so and begins with a gap") {
  Capture capture;
  Dialogue dialogue(capture, test::client4, {test::server4.address, 1143});
  dialogue.client("a7 UID FETCH 4 (FLAGS)\r\n");
  dialogue.server("* 3 FETCH (UID 4 FLAGS ())\r\na7 OK done\r\n");
  const Trace trace = read_whole(capture.file());
  CHECK(client_of(trace) == "[gap]a7 UID FETCH 4 (FLAGS)\r\n");
  CHECK(server_of(trace) == "[gap]* 3 FETCH (UID 4 FLAGS ())\r\na7 OK done\r\n");
  REQUIRE(trace.warnings.size() == 1);
  CHECK(in_english(trace.warnings[0]) ==
        "Connection 1, 192.0.2.9:40312 to 192.0.2.1:1143, was already open when the capture "
        "began.");
}

TEST_CASE("where one half was captured, each acknowledgment tells of a gap in the other") {
  Capture capture;
  Dialogue dialogue(capture);
  dialogue.open();
  dialogue.server("* OK hi\r\n");
  dialogue.client("a1 LOGIN ada secret\r\n");
  dialogue.server("a1 OK in\r\n");
  dialogue.client("a2 NOOP\r\n");
  dialogue.client_acknowledges();
  dialogue.server("a2 OK done\r\n");
  std::vector<Capture::Packet>& packets = capture.packets();
  const std::string client = test::client4.address;
  packets.erase(std::remove_if(packets.begin() + 3, packets.end(),
                               [&](const Capture::Packet& packet) {
                                 return packet.bytes.substr(12, 4) == client;
                               }),
                packets.end());
  std::string order;
  for (const Event& event : read_whole(capture.file()).events) {
    if (const auto* gap = std::get_if<Gap>(&event.what)) {
      CHECK(event.direction == Direction::to_server);
      order += "[" + std::to_string(gap->octets.value_or(0)) + "]";
    }
    if (const auto* payload = std::get_if<Payload>(&event.what)) order += payload->bytes;
  }
  CHECK(order == "* OK hi\r\n[21]a1 OK in\r\n[9]a2 OK done\r\n");
}

TEST_CASE("a capture that begins with the answer to the SYN is whole") {
  Capture capture;
  Dialogue dialogue(capture);
  short_session(dialogue);
  capture.packets().erase(capture.packets().begin());
  const Trace trace = read_whole(capture.file());
  CHECK(client_of(trace) == "a1 NOOP\r\n[closed]");
  CHECK(trace.warnings.empty());
}

TEST_CASE("the server is told by its lines when the capture begins with them") {
  Capture capture;
  Dialogue dialogue(capture, {test::client4.address, 993}, {test::server4.address, 40000});
  dialogue.server("* 3 EXISTS\r\n");
  dialogue.client("a1 NOOP\r\n");
  const Trace trace = read_whole(capture.file());
  CHECK(server_of(trace) == "[gap]* 3 EXISTS\r\n");
}

TEST_CASE("IMAP is recognised on any port, also by the beginning of its first line") {
  Capture capture;
  Dialogue dialogue(capture, test::client4, {test::server4.address, 20143});
  dialogue.open();
  dialogue.server("* OK [CAPABILITY IMAP4rev1 IDLE] ready\r\n");
  CHECK(server_of(read_whole(capture.file())) == "* OK [CAPABILITY IMAP4rev1 IDLE] ready\r\n");
  const Trace cut = read_whole(capture.file(test::Frame::ethernet, test::File::pcap, 64));
  CHECK(server_of(cut) == "* OK [CAPA[gap 30]");
}

TEST_CASE("a session idle for hours is one session") {
  Capture capture;
  Dialogue dialogue(capture);
  dialogue.open();
  dialogue.server("* OK ready\r\n");
  dialogue.wait(std::int64_t{29} * 3600 * 1'000'000);
  dialogue.client("a1 NOOP\r\n");
  dialogue.server("a1 OK done\r\n");
  const Trace trace = read_whole(capture.file());
  CHECK(client_of(trace) == "a1 NOOP\r\n");
  CHECK(trace.events.back().sent.us > std::int64_t{29} * 3600 * 1'000'000);
}

TEST_CASE("POP3 and SMTP are taken, by their lines or by their ports") {
  const struct {
    std::uint16_t port;
    const char* server;
    const char* client;
    Protocol protocol;
  } rows[] = {
      {25, "220 ready\r\n", "EHLO x\r\n", Protocol::smtp},
      {2525, "220 ready\r\n", "EHLO x\r\n", Protocol::smtp},
      {587, "220 ready\r\n", "XYZZY\r\n", Protocol::smtp},
      {110, "+OK ready\r\n", "USER ada\r\n", Protocol::pop3},
      {1100, "+OK ready\r\n", "CAPA\r\n", Protocol::pop3},
      {110, "+OK ready\r\n", "XYZZY\r\n", Protocol::pop3},
  };
  for (const auto& row : rows) {
    CAPTURE(row.port);
    Capture capture;
    Dialogue dialogue(capture, {test::client4.address, 1000}, {test::server4.address, row.port});
    dialogue.open();
    dialogue.server(row.server);
    dialogue.client(row.client);
    const Trace trace = read_whole(capture.file());
    CHECK(std::get<Opened>(trace.events.front().what).protocol == row.protocol);
    CHECK(client_of(trace) == row.client);
  }
}

TEST_CASE("other traffic is ignored, even where it looks a little like IMAP") {
  Capture capture;
  Dialogue ftp(capture, {test::client4.address, 1001}, {test::server4.address, 21});
  ftp.open();
  ftp.server("220 ready\r\n230 Login successful\r\n");
  Dialogue web(capture, {test::client4.address, 1002}, {test::server4.address, 80});
  web.open();
  web.client("GET / HTTP/1.1\r\n\r\n");
  web.server("HTTP/1.1 200 OK\r\n\r\n" + std::string(200'000, 'x'));
  Dialogue tls(capture, {test::client4.address, 1003}, {test::server4.address, 443});
  tls.open();
  tls.client("\x16\x03\x01" + std::string(50, '\0'));
  capture.add(1, "\x45" + std::string(8, '\0') + "\x11" + std::string(30, '\0'));  // UDP
  capture.add(1, "no IP at all");
  const auto nothing = read(capture.file(), "web.pcap");
  REQUIRE(!nothing);
  CHECK(in_english(nothing.error().message) ==
        "web.pcap holds no IMAP, POP3 or SMTP: 3 TCP connections, none with their lines or ports.");
  Dialogue imap(capture);
  short_session(imap);
  const Trace trace = read_whole(capture.file());
  CHECK(trace.events.size() == 6);
  CHECK(client_of(trace) == "a1 NOOP\r\n[closed]");
}

TEST_CASE("two sessions are told apart, also one after the other between the same ports") {
  Capture capture;
  Dialogue first(capture);
  Dialogue other(capture, {test::client4.address, 40313});
  first.open();
  other.open();
  first.server("* OK first\r\n");
  other.server("* OK other\r\n");
  first.client_closes();
  first.server_closes();
  Dialogue again(capture, test::client4, test::server4, 900'000, 3'000'000'000);
  again.wait(1'000'000);
  again.open();
  again.server("* OK again\r\n");
  const Trace trace = read_whole(capture.file());
  CHECK(server_of(trace, 1) == "* OK first\r\n[closed]");
  CHECK(server_of(trace, 2) == "* OK other\r\n");
  CHECK(server_of(trace, 3) == "* OK again\r\n");
}

TEST_CASE("what follows STARTTLS is opaque") {
  Capture capture;
  Dialogue dialogue(capture);
  dialogue.open();
  dialogue.server("* OK ready\r\n");
  dialogue.client("a1 starttls\r\n");
  dialogue.server("a1 OK go ahead\r\n");
  dialogue.client("\x16\x03\x01 hello");
  dialogue.server("\x16\x03\x03 hello yourself");
  dialogue.server("rest of a record");
  const Trace trace = read_whole(capture.file());
  CHECK(client_of(trace) == "a1 starttls\r\n[TLS 9]");
  CHECK(server_of(trace) == "* OK ready\r\na1 OK go ahead\r\n[TLS 18][TLS 16]");
}

TEST_CASE("TLS from the beginning is opaque on port 993") {
  Capture capture;
  Dialogue dialogue(capture, test::client4, {test::server4.address, 993});
  dialogue.open();
  dialogue.client("\x16\x03\x01 hello");
  dialogue.server("\x16\x03\x03 hello yourself");
  const Trace trace = read_whole(capture.file());
  CHECK(client_of(trace) == "[TLS 9]");
  CHECK(server_of(trace) == "[TLS 18]");
}

TEST_CASE("each of our own captures replays without a warning") {
  struct Row {
    const char* file;
    std::uint32_t connections;
    const char* said_by_client;
  };
  const Row table[] = {
      {"imaplib.pcap", 1, " SEARCH FROM ben\r\n"},
      {"curl.pcap", 4, "A004 LOGOUT\r\n"},
      {"mbsync.pcap", 2, "2 NAMESPACE\r\n"},
      {"two_clients.pcap", 2, " EXPUNGE\r\n"},
      {"starttls.pcap", 1, "A002 STARTTLS\r\n[TLS 517]"},
      {"ipv6.pcap", 1, " EXAMINE INBOX\r\n"},
  };
  for (const Row& row : table) {
    CAPTURE(row.file);
    const auto trace = read_file(disk::DiskFiles(),
                                 std::string(IMAPSCOPE_SOURCE_DIR "/traces/captures/") + row.file);
    REQUIRE(trace);
    CHECK(trace->warnings.empty());
    CHECK(client_of(*trace).find(row.said_by_client) != std::string::npos);
    for (std::uint32_t i = 1; i <= row.connections; ++i) {
      CHECK(server_of(*trace, i).substr(0, 17) == "* OK [CAPABILITY ");
      CHECK(server_of(*trace, i).find("[gap") == std::string::npos);
      CHECK(client_of(*trace, i).find("[closed]") != std::string::npos);
    }
    CHECK(server_of(*trace, row.connections + 1).empty());
  }
}

TEST_SUITE_END();

}  // namespace
}  // namespace imapscope::trace
