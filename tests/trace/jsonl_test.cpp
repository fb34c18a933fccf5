#include "sim/trace/jsonl.h"
#include "tests/in_english.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace imapscope::trace {
namespace {

Event event(What what, std::int64_t sent_us = 0) {
  return {{1}, Direction::to_client, {sent_us}, Instant{sent_us + 20'000}, std::move(what)};
}

Trace trace_of(std::vector<Event> events) {
  return {.header = {.title = "Every kind",
                     .source = "simulation",
                     .clocking = Clocking::both_ends,
                     .unix_us = 1'700'000'000'000'000,
                     .redacted = true},
          .events = std::move(events),
          .warnings = {}};
}

Trace every_kind() {
  Trace trace = trace_of({
      event(Opened{"laptop", "server"}),
      event(Opened{}),
      event(Payload{"* OK ready\r\n", Fidelity::exact, {}}, 1),
      event(Payload{"a \"quoted\" \\ back\tslash\r\n", Fidelity::line, {}}, 2),
      event(Payload{"caf\xc3\xa9 \xf0\x9f\x93\xac\r\n", Fidelity::summary, {}}, 3),
      event(Payload{std::string("\0\x01\xff nul", 7), Fidelity::exact, {}}, 4),
      event(Payload{"a1 LOGIN ada ******\r\n", Fidelity::exact, {{13, 6}, {0, 0}}}, 5),
      event(Payload{"", Fidelity::exact, {}}, 5),
      event(Gap{}, 6),
      event(Gap{1460}, 7),
      event(Opaque{517, "TLS"}, 8),
      event(Opaque{}, 9),
      event(Secured{517}, 9),
      event(Secured{}, 9),
      event(Note{"the power failed"}, 10),
      event(Note{"Tea on Thursday?", "ada"}, 10),
      event(Note{"Too much tea", "ada", true}, 10),
      event(Closed{}, 11),
      event(Closed{true}, 12),
  });
  trace.events.back().landed = std::nullopt;
  trace.events.back().connection = {4'294'967'295};
  trace.events.back().direction = Direction::to_server;
  return trace;
}

const std::string header_line = "{\"imapscope\":\"trace\",\"version\":1}\n";
const std::string event_line =
    "{\"sent\":5,\"landed\":5,\"connection\":1,\"direction\":\"to_client\","
    "\"kind\":\"note\",\"text\":\"x\"}\n";

TEST_CASE("every kind of event is read back as it was written") {
  const Trace written = every_kind();
  const auto reread = read(print_jsonl(written), "every.jsonl");
  REQUIRE(reread);
  CHECK(reread->header == written.header);
  CHECK(reread->events == written.events);
  CHECK(reread->warnings.empty());
}

TEST_CASE("text is written as text, and octets that are none as base64") {
  CHECK(print_event(event(Payload{"* 2 EXISTS\r\n", Fidelity::exact, {}})) ==
        "{\"sent\":0,\"landed\":20000,\"connection\":1,\"direction\":\"to_client\","
        "\"kind\":\"payload\",\"text\":\"* 2 EXISTS\\r\\n\"}\n");
  CHECK(print_event(event(Payload{"\xff", Fidelity::exact, {}})).find("\"base64\":\"/w==\"") !=
        std::string::npos);
  CHECK(print_event(event(Payload{"\x7f", Fidelity::exact, {}})).find("\"base64\":\"fw==\"") !=
        std::string::npos);
}

TEST_CASE("a name that is no UTF-8 is written with replacement characters") {
  const std::string line = print_event(event(Opened{"lap\xfftop", ""}));
  CHECK(line.find("\"client\":\"lap\xef\xbf\xbdtop\"") != std::string::npos);
}

TEST_CASE("a torn last line is left out with a warning that names it") {
  const std::string whole = header_line + event_line + event_line;
  for (std::size_t cut = header_line.size() + event_line.size() + 1; cut < whole.size() - 2;
       cut += 7) {
    const auto trace = read(whole.substr(0, cut), "torn.jsonl");
    REQUIRE(trace);
    CHECK(trace->events.size() == 1);
    REQUIRE(trace->warnings.size() == 1);
    CHECK(in_english(trace->warnings[0]) ==
          "torn.jsonl, line 3: the last line is torn, as if its writer was stopped in the middle; "
          "it is left out.");
  }
}

TEST_CASE("a whole last line needs no line end, and CRLF line ends are fine") {
  const auto trace =
      read("\xef\xbb\xbf" + header_line + "\r\n" + event_line.substr(0, event_line.size() - 1) +
               "\r\n" + event_line.substr(0, event_line.size() - 1),
           "x");
  REQUIRE(trace);
  CHECK(trace->events.size() == 2);
  CHECK(trace->warnings.empty());
}

TEST_CASE("unknown members are ignored, so that later versions can add some") {
  const auto trace = read(header_line +
                              "{\"sent\":5,\"colour\":{\"kind\":[1,{\"sent\":9}]},\"landed\":6,"
                              "\"connection\":1,\"direction\":\"to_server\",\"kind\":\"closed\"}\n",
                          "x");
  REQUIRE(trace);
  REQUIRE(trace->events.size() == 1);
  CHECK(trace->events[0] == Event{{1}, Direction::to_server, {5}, Instant{6}, What{Closed{false}}});
}

struct Damaged {
  std::string line;
  const char* complaint;
};

TEST_CASE("a damaged line ends the trace with a warning that says what is wrong") {
  const std::string sound = R"({"sent":1,"landed":1,"connection":1,"direction":"to_client",)";
  const Damaged table[] = {
      {"{\"sent\":1,,}", "is not valid JSON at column 11"},
      {"[]", "needs \"sent\" in microseconds, 0 or later"},
      {R"({"sent":-1})", "needs \"sent\" in microseconds, 0 or later"},
      {R"({"sent":"1"})", "needs \"sent\" in microseconds, 0 or later"},
      {R"({"sent":1})", "needs either \"landed\" in microseconds or \"lost\": true"},
      {R"({"sent":1,"landed":2,"lost":true})",
       "needs either \"landed\" in microseconds or \"lost\": true"},
      {R"({"sent":2,"landed":1})", "landed before it was sent"},
      {R"({"sent":1,"landed":1})", "needs the number of a \"connection\""},
      {R"({"sent":1,"landed":1,"connection":4294967296})", "needs the number of a \"connection\""},
      {R"({"sent":1,"landed":1,"connection":1,"direction":"up"})",
       "needs the \"direction\" \"to_server\" or \"to_client\""},
      {R"({"sent":1,"landed":1,"connection":1,"direction":"to_client"})", "has no \"kind\""},
      {R"({"sent":1,"landed":1,"connection":1,"direction":"to_client","kind":"song"})",
       "has the unknown kind \"song\""},
      {R"({"sent":1,"landed":1,"connection":1,"direction":"to_client","kind":"payload"})",
       "is a payload and needs either \"text\" or \"base64\""},
      {sound + R"("kind":"payload","base64":"!"})", "has \"base64\" that is none"},
      {sound + R"("kind":"payload","text":"x","fidelity":"so-so"})",
       "has the unknown fidelity \"so-so\""},
      {sound + R"("kind":"payload","text":"x","masked":[[1,1]]})",
       "has \"masked\" octets outside its payload"},
      {sound + R"("kind":"payload","text":"x","masked":[1]})", "has \"masked\" that are no pairs"},
      {R"({"sent":1,"landed":1,"connection":1,"direction":"to_client","kind":"opaque"})",
       "needs the \"octets\" that cannot be read"},
      {R"({"sent":1,"landed":1,"connection":1,"direction":"to_client","kind":"gap","octets":-3})",
       "has \"octets\" below 0"},
      {R"({"sent":4,"landed":4,"connection":1,"direction":"to_client","kind":"closed"})",
       "was sent before the event above it"},
  };
  for (const Damaged& row : table) {
    CAPTURE(row.line);
    const auto trace = read(header_line + event_line + row.line + "\n" + event_line, "x.jsonl");
    REQUIRE(trace);
    CHECK(trace->events.size() == 1);
    REQUIRE(trace->warnings.size() == 1);
    CHECK(in_english(trace->warnings[0]) == "x.jsonl, line 3: this line " +
                                                std::string(row.complaint) +
                                                "; the trace is read up to there.");
  }
}

}  // namespace
}  // namespace imapscope::trace
