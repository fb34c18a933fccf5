// What curl -v says of a session, read.
#include "sim/trace/curl.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "sim/trace/formats.h"

namespace imapscope::trace {
namespace {

using Story = std::vector<std::string>;

/// What both ends sent, line by line; a gap is "C gap" or "S gap".
Story story(std::string_view content) {
  Story said;
  const FormatInfo* format = find_format(content);
  REQUIRE(format != nullptr);
  CHECK(format->id == "curl");
  const auto trace = format->read(content, "curl.txt");
  REQUIRE(trace);
  CHECK(trace->header.source == "curl");
  for (const Event& event : trace->events) {
    const std::string who = event.direction == Direction::to_server ? "C " : "S ";
    if (std::holds_alternative<Gap>(event.what)) said.push_back(who + "gap");
    const auto* payload = std::get_if<Payload>(&event.what);
    if (payload != nullptr) {
      said.push_back(who + payload->bytes.substr(0, payload->bytes.size() - 2));
    }
  }
  return said;
}

const std::string begin =
    "  % Total    % Received % Xferd\r\n"
    "\r  0     0    0     0*   Trying 127.0.0.1:143...\r\n"
    "* Connected to 127.0.0.1 (127.0.0.1) port 143 (#0)\r\n"
    "< * OK ready\r\n";

}  // namespace

TEST_CASE("a line behind > is the client's, one behind < the server's, and remarks are left out") {
  CHECK(story(begin + "> A001 CAPABILITY\r\n< * CAPABILITY IMAP4rev1\r\n< A001 OK done\r\n"
                      "* Connection #0 to host 127.0.0.1 left intact\r\nHello\r\n") ==
        Story{"S * OK ready", "C A001 CAPABILITY", "S * CAPABILITY IMAP4rev1", "S A001 OK done"});
}

TEST_CASE("a message that curl printed line by line belongs to its literal") {
  CHECK(story(begin + "> A004 FETCH 1 BODY[]\r\n< * 1 FETCH (BODY[] {22}\r\n< Subject: Hi\r\n< "
                      "\r\n< Hello\r\n< )\r\n< A004 OK done\r\n") ==
        Story{"S * OK ready", "C A004 FETCH 1 BODY[]", "S * 1 FETCH (BODY[] {22}", "S Subject: Hi",
              "S ", "S Hello", "S )", "S A004 OK done"});
}

TEST_CASE("a message that curl wrote elsewhere is a gap, in its direction") {
  const Story down =
      story(begin +
            "> A4 UID FETCH 1 BODY[TEXT]\r\n< * 1 FETCH (BODY[TEXT] {7}\r\n* Found 7 "
            "bytes to download\r\n* Written 7 bytes, 0 bytes are left for transfer\r\n<  "
            "UID 1)\r\n< A4 OK done\r\n");
  CHECK(std::count(down.begin(), down.end(), "S gap") == 1);
  CHECK(down.back() == "S A4 OK done");
  const Story up = story(begin +
                         "> A3 APPEND INBOX (\\Seen) {22}\r\n< + Ready\r\n} [22 bytes "
                         "data]\r\n> \r\n< A3 OK [APPENDUID 1 1] done\r\n");
  CHECK(std::count(up.begin(), up.end(), "C gap") == 1);
  CHECK(up.back() == "S A3 OK [APPENDUID 1 1] done");
}

TEST_CASE("with --trace-time the lines have their times") {
  const std::string content =
      "21:41:24.398527 * Connected to 127.0.0.1 (127.0.0.1) port 143 (#0)\n"
      "21:41:24.404131 < * OK ready\n"
      "21:41:24.404243 > A001 NOOP\n"
      "21:41:24.405243 < A001 OK done\n";
  CHECK(story(content) == Story{"S * OK ready", "C A001 NOOP", "S A001 OK done"});
  const auto trace = read_curl(content, "curl.txt");
  REQUIRE(trace);
  CHECK((trace->events.back().sent - trace->events.front().sent).us == 1112);
}

TEST_CASE("POP3 and SMTP are read, too") {
  CHECK(story("* Connected to mx.test port 110\n< +OK ready\n> CAPA\n< +OK\n< .\n").back() ==
        "S .");
  CHECK(story("* Connected to mx.test port 25\n< 220 mx.test\n> EHLO x\n< 250 mx.test\n").back() ==
        "S 250 mx.test");
}

}  // namespace imapscope::trace
