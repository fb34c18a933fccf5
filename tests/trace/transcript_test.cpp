#include "sim/trace/transcript.h"
#include "sim/disk/disk_files.h"

#include <doctest/doctest.h>

#include <string>

#include "sim/trace/jsonl.h"

namespace imapscope::trace {
namespace {

/// What each side sent, as one stream; gaps and the like are left out.
std::string sent(const Trace& trace, Direction direction) {
  std::string bytes;
  for (const Event& event : trace.events) {
    const auto* payload = std::get_if<Payload>(&event.what);
    if (payload != nullptr && event.direction == direction) bytes += payload->bytes;
  }
  return bytes;
}

TEST_CASE("lines go to the direction of their marker, and end with CRLF") {
  const auto trace = read("S: * OK ready\nC: a1 NOOP\r\nS: a1 OK done\n", "t.txt");
  REQUIRE(trace);
  CHECK(trace->header.source == "C:/S: transcript");
  CHECK(trace->header.clocking == Clocking::one_tap);
  CHECK(sent(*trace, Direction::to_client) == "* OK ready\r\na1 OK done\r\n");
  CHECK(sent(*trace, Direction::to_server) == "a1 NOOP\r\n");
}

TEST_CASE("a transcript invents no segments and says that it has no times") {
  const auto trace = read("C: a1 NOOP\nS: a1 OK\n", "t.txt");
  REQUIRE(trace);
  for (const Event& event : trace->events) {
    const auto* payload = std::get_if<Payload>(&event.what);
    if (payload != nullptr) CHECK(payload->fidelity == Fidelity::line);
    CHECK(event.landed == event.sent);
  }
  REQUIRE(trace->warnings.size() == 1);
  CHECK(trace->warnings[0] == "t.txt has no times: its lines are spread evenly over time.");
}

TEST_CASE("a transcript without a greeting begins in the middle of a connection") {
  const auto gaps = [](std::string_view content) {
    int count = 0;
    const auto trace = read(content, "t");
    for (const Event& event : trace->events) count += std::holds_alternative<Gap>(event.what);
    return count;
  };
  CHECK(gaps("S: * OK ready\n") == 0);
  CHECK(gaps("S: * preauth hi\n") == 0);
  CHECK(gaps("S: * BYE busy\n") == 0);
  CHECK(gaps("C: a1 NOOP\nS: * OK still here\n") == 2);
  CHECK(gaps("S: * 3 EXISTS\n") == 2);
}

struct Wrapped {
  const char* content;
  const char* server;
};

TEST_CASE("lines wrapped for print are joined") {
  const Wrapped table[] = {
      {"S: * LIST ()\n   \"/\" x\n", "* LIST () \"/\" x\r\n"},
      {"S:   * LIST ()\n\t\"/\" x\n", "* LIST () \"/\" x\r\n"},
      {"S: * 1 FETCH (ENVELOPE ((\"a\" NIL \"b\" \"c\")\n    (\"d\" NIL \"e\" \"f\"))\n    NIL)\n",
       "* 1 FETCH (ENVELOPE ((\"a\" NIL \"b\" \"c\")(\"d\" NIL \"e\" \"f\")) NIL)\r\n"},
  };
  for (const Wrapped& row : table) {
    CAPTURE(row.content);
    const auto trace = read(row.content, "t");
    REQUIRE(trace);
    CHECK(sent(*trace, Direction::to_client) == row.server);
  }
}

TEST_CASE("a literal keeps the blanks of its own lines") {
  const auto trace = read(
      "S:  * 1 FETCH (BODY[] {21}\n"
      "S:  Subject: x\n"
      "S:   folded\n"
      "S:  )\n"
      "S:   a1 OK done\n",
      "t");
  REQUIRE(trace);
  CHECK(sent(*trace, Direction::to_client) ==
        "* 1 FETCH (BODY[] {21}\r\nSubject: x\r\n folded\r\n)\r\na1 OK done\r\n");
}

TEST_CASE("remarks are skipped; other lines are left out with a warning for the first") {
  const auto trace = read(
      "# A remark\n"
      "Example:\n"
      "C: a1 NOOP\n"
      "\n"
      "   not directly below\n"
      "S: a1 OK\n"
      "and so on\n",
      "t.txt");
  REQUIRE(trace);
  CHECK(sent(*trace, Direction::to_server) == "a1 NOOP\r\n");
  CHECK(sent(*trace, Direction::to_client) == "a1 OK\r\n");
  REQUIRE(trace->warnings.size() == 2);
  CHECK(trace->warnings[0] ==
        "t.txt, line 2: this line has neither C: nor S: before it and is left out. (So are 2 more "
        "lines without C: or S:.)");
}

TEST_CASE("the sample connection of RFC 3501 is unwrapped, its header literal complete") {
  const auto trace =
      read_file(disk::DiskFiles(), IMAPSCOPE_SOURCE_DIR "/traces/examples/rfc3501_section_8.txt");
  REQUIRE(trace);
  const std::string server = sent(*trace, Direction::to_client);
  CHECK(server.find("(\"minutes\"") == std::string::npos);
  CHECK(server.find("((NIL NIL \"minutes\" \"CNRI.Reston.VA.US\")(\"John Klensin\" NIL "
                    "\"KLENSIN\" \"MIT.EDU\")) NIL NIL") != std::string::npos);
  const std::string opener = "BODY[HEADER] {342}\r\n";
  const auto literal = server.find(opener);
  REQUIRE(literal != std::string::npos);
  CHECK(server.substr(literal + opener.size() + 342, 3) == ")\r\n");
  CHECK(trace->warnings.size() == 1);
}

}  // namespace
}  // namespace imapscope::trace
