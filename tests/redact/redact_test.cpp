#include "sim/redact/redact.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/observer/trace_builder.h"

namespace imapscope::redact {
namespace {

using namespace observer;

using trace::Direction;

struct Spoken {
  Direction direction;
  std::string bytes;
};
constexpr Direction client = Direction::to_server;
constexpr Direction server = Direction::to_client;

std::vector<Spoken> masked(const std::vector<Spoken>& dialogue) {
  Redactor redactor;
  std::vector<Spoken> result;
  for (const Spoken& spoken : dialogue) {
    trace::Event event{{1}, spoken.direction, {}, {}, trace::Payload{spoken.bytes, {}, {}}};
    event = redactor.redact(std::move(event));
    result.push_back({spoken.direction, std::get<trace::Payload>(event.what).bytes});
  }
  return result;
}

std::string masked_line(const std::string& bytes) {
  return masked({{client, bytes}})[0].bytes;
}

TEST_CASE("the password of LOGIN is masked, octet for octet, and nothing else") {
  struct Case {
    std::string in;
    std::string out;
  };
  const std::vector<Case> cases{
      {"a1 LOGIN ada secret\r\n", "a1 LOGIN ada ******\r\n"},
      {"a1 login \"ada l\" \"se\\\"cret\"\r\n", "a1 login \"ada l\" \"********\"\r\n"},
      {"a1 LOGIN {3}\r\nada {6}\r\nsecret\r\n", "a1 LOGIN {3}\r\nada {6}\r\n******\r\n"},
      {"a1 LOGIN ada {6+}\r\nse\r\net\r\n", "a1 LOGIN ada {6+}\r\n******\r\n"},
      {"a1 LOGIN ada my pass\r\n", "a1 LOGIN ada *******\r\n"},
      {"a1 LOGIN ada {pass\r\n", "a1 LOGIN ada {****\r\n"},
      {"a1 NOOP\r\na2 LOGIN a b\r\na3 NOOP\r\n", "a1 NOOP\r\na2 LOGIN a *\r\na3 NOOP\r\n"},
      {"LOGIN ada secret\r\n", "LOGIN ada ******\r\n"},
      {"login LOGIN ada secret\r\n", "login LOGIN ada ******\r\n"},
      {"login UID FETCH 1 UID\r\n", "login UID FETCH 1 UID\r\n"},
      {"a1\tLOGIN ada secret\r\n", "a1\tLOGIN ada ******\r\n"},
      {"a1 UID LOGIN ada secret\r\n", "a1 UID LOGIN ada ******\r\n"},
      {"a1 LIST \"\" LOGIN\r\n", "a1 LIST \"\" LOGIN\r\n"},
      {"a1 APPEND x {21+}\r\nz LOGIN ada secret!\r\n\r\n",
       "a1 APPEND x {21+}\r\nz LOGIN ada secret!\r\n\r\n"},
  };
  for (const Case& c : cases) CHECK(masked_line(c.in) == c.out);
}

TEST_CASE("a secret that is split over segments is masked in each of them") {
  const std::string bytes = "a1 LOGIN {3}\r\nada \"sec ret\"\r\na2 AUTHENTICATE PLAIN AGEAYg==\r\n";
  const std::string whole = masked_line(bytes);
  for (std::size_t i = 1; i < bytes.size(); ++i) {
    const auto parts = masked({{client, bytes.substr(0, i)}, {client, bytes.substr(i)}});
    CHECK(parts[0].bytes + parts[1].bytes == whole);
  }
}

TEST_CASE("every SASL response is masked until the command is completed") {
  const auto dialogue = masked({{client, "a1 AUTHENTICATE PLAIN\r\n"},
                                {server, "+ \r\n"},
                                {client, "AGFkYQBzZWNyZXQ=\r\n"},
                                {server, "a1 OK done\r\n"},
                                {client, "a2 SELECT INBOX\r\n"}});
  CHECK(dialogue[2].bytes == "****************\r\n");
  CHECK(dialogue[4].bytes == "a2 SELECT INBOX\r\n");
}

TEST_CASE("an initial response is masked too") {
  CHECK(masked_line("a1 AUTHENTICATE PLAIN AGFkYQBzZWNyZXQ=\r\n") ==
        "a1 AUTHENTICATE PLAIN ****************\r\n");
}

TEST_CASE("a refused literal does not hide the command that follows it") {
  const auto dialogue = masked({{client, "a1 APPEND x {300}\r\n"},
                                {server, "a1 NO too much\r\n"},
                                {client, "a2 LOGIN ada secret\r\n"}});
  CHECK(dialogue[2].bytes == "a2 LOGIN ada ******\r\n");
}

TEST_CASE("a refused literal whose octets come in any case is masked") {
  const auto dialogue = masked({{client, "a1 LOGIN ada {99999999+}\r\n"},
                                {server, "a1 NO [TOOBIG] no\r\n"},
                                {client, "secret"}});
  CHECK(dialogue[2].bytes == "******");
}

TEST_CASE("a refused literal of LOGIN is masked if it comes all the same") {
  struct Case {
    std::string login;
    std::string refusal;
    std::string in;
    std::string out;
  };
  const std::vector<Case> cases{
      {"a1 LOGIN ada {6}", "a1 NO no", "secret\r\na2 NOOP\r\n", "******\r\na2 NOOP\r\n"},
      {"a1 LOGIN ada {6}", "a1 BAD no", "a2 LOGIN ada secret\r\n", "a2 LOGIN ada ******\r\n"},
      {"a1 LOGIN ada {6}", "a1 BAD no", "x NOOP\r\nx2 NOOP\r\n", "******\r\nx2 NOOP\r\n"},
      {"a1 LOGIN ada {900}", "a1 NO no", "se\r\ncret\r\na2 NOOP\r\n", "**\r\n****\r\na2 NOOP\r\n"},
      {"a1 LOGIN {3}", "a1 BAD no", "ada secret\r\na2 CHECK\r\n", "**********\r\na2 CHECK\r\n"},
      {"a1 LOGIN {3}", "a1 BAD no", "ada {6}\r\nsecret\r\n", "*******\r\n******\r\n"},
      {"?\"? LOGIN ada {6}", "* BAD no", "secret\r\na2 NOOP\r\n", "******\r\na2 NOOP\r\n"},
      {"LOGIN ada {6}", "LOGIN BAD no", "secret\r\na2 NOOP\r\n", "******\r\na2 NOOP\r\n"},
      {" LOGIN ada {6}", "* BAD no", "secret\r\na2 NOOP\r\n", "******\r\na2 NOOP\r\n"},
      {"a1 APPEND x {6}", "a1 NO no", "hello!\r\na2 NOOP\r\n", "hello!\r\na2 NOOP\r\n"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.login);
    const auto dialogue =
        masked({{client, c.login + "\r\n"}, {server, c.refusal + "\r\n"}, {client, c.in}});
    CHECK(dialogue[2].bytes == c.out);
  }
}

TEST_CASE("after a gap in a password, the rest of its line is masked") {
  Redactor redactor;
  const auto pass = [&](trace::What what) {
    return redactor.redact({{1}, client, {}, {}, std::move(what)}).what;
  };
  (void)pass(trace::Payload{"a1 LOGIN ada se", {}, {}});
  (void)pass(trace::Gap{2});
  const trace::What rest = pass(trace::Payload{"et\r\na2 NOOP\r\n", {}, {}});
  CHECK(std::get<trace::Payload>(rest).bytes == "**\r\na2 NOOP\r\n");
}

TEST_CASE("what is masked already is not masked again") {
  const std::string spoken = "a1 LOGIN ada secret\r\na2 AUTHENTICATE PLAIN AGEAYg==\r\n";
  trace::Trace trace;
  trace.events.push_back({{1}, client, {}, {}, trace::Payload{spoken, {}, {}}});
  const trace::Trace once = redact(trace);
  CHECK(redact(once).events == once.events);
}

TEST_CASE("a redacted trace says so, and which octets were masked") {
  const trace::Trace trace = redact(TraceBuilder().logged_in().trace());
  CHECK(trace.header.redacted);
  const auto& payload = std::get<trace::Payload>(trace.events[2].what);
  CHECK(payload.bytes == "a1 LOGIN ada ******\r\n");
  CHECK(payload.masked == std::vector<trace::Masked>{{13, 6}});
  const Timeline timeline(trace);
  const Line& login = line_of(timeline, "a1 LOGIN");
  CHECK(login.masked == payload.masked);
  CHECK(login.violations.empty());
  CHECK(belief_at_end(timeline).user == "ada");
}

}  // namespace
}  // namespace imapscope::redact
