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

TEST_CASE("a password is masked however its line is mistyped, and nothing of a sound one is") {
  struct Case {
    std::string in;
    std::string out;
  };
  const std::vector<Case> cases{
      {"n1  LOGIN eve hunter22", "n1  LOGIN eve ********"},
      {"n1\tLOGIN\teve\thunter22", "n1\tLOGIN\teve\t********"},
      {" n1 LOGIN eve hunter22", " n1 LOGIN eve ********"},
      {"n1 LOGIN  eve  hunter22", "n1 LOGIN  eve  ********"},
      {"n1 LOGIN eve,hunter22", "n1 LOGIN eve,********"},
      {"n1 LOGIN eve:hunter22 x", "n1 LOGIN eve:******** *"},
      {"n1 LOGIN \"eve hunter22", "n1 LOGIN \"eve ********"},
      {"n1 LOGIN \"eve \"hunter22\"", "n1 LOGIN \"eve \"*********"},
      {"n1 LOGIN \"eve a\" hunter22", "n1 LOGIN \"eve a\" ********"},
      {"n1 LOGN eve hunter22", "n1 LOGN *** ********"},
      {"n1 LOGN eve \"my hunter\"", "n1 LOGN *** \"*********\""},
      {"n1 AUTH PLAIN AGV2ZQ==", "n1 **** ***** ********"},
      {"login: eve hunter22", "login: eve ********"},
      {"LOGIN eve,hunter22", "LOGIN eve,********"},
      {"n1 login: eve hunter22", "n1 login: eve ********"},
      {"authenticate plain AGV2ZQ==", "authenticate plain ********"},
      {"hunter22", "********"},
      {"eve hunter22", "eve ********"},
      {"correct horse battery", "******* ***** *******"},
      {"n1 SELCT INBOX", "n1 SELCT *****"},
      {"QUIT", "QUIT"},
      {"done", "done"},
      {"SELECT INBOX", "SELECT INBOX"},
      {"n1 STARTTLS", "n1 STARTTLS"},
      {"n1 GETQUOTAROOT INBOX", "n1 GETQUOTAROOT INBOX"},
      {"n1 UID FETCH 1:* (FLAGS)", "n1 UID FETCH 1:* (FLAGS)"},
  };
  for (const Case& c : cases) CHECK(masked_line(c.in + "\r\n") == c.out + "\r\n");
}

TEST_CASE("after the login, a word alone is no password") {
  for (const char* login : {"n1 OK hi", "* 3 EXISTS", "* LIST () \"/\" x"}) {
    CAPTURE(login);
    const auto dialogue = masked({{client, "n1 LOGIN eve hunter22\r\n"},
                                  {server, std::string(login) + "\r\n"},
                                  {client, "n2 FROB a b\r\nfrob\r\n"}});
    CHECK(dialogue[2].bytes == "n2 FROB a b\r\nfrob\r\n");
  }
  const auto refused =
      masked({{client, "n1 LOGIN eve\r\n"}, {server, "n1 BAD no\r\n"}, {client, "hunter22\r\n"}});
  CHECK(refused[2].bytes == "********\r\n");
}

TEST_CASE("what a server says back of a password is masked") {
  const auto dialogue = masked(
      {{client, "hunter22\r\n"}, {server, "hunter22 BAD no command hunter22, hunter223\r\n"}});
  CHECK(dialogue[1].bytes == "******** BAD no command ********, hunter223\r\n");
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

/// What is said of a session, with its secrets and without them.
void check_one_verdict(const trace::Trace& trace, const std::vector<std::string>& expected) {
  const Timeline open(trace);
  const Timeline masked(redact(trace));
  CHECK(faults(open) == expected);
  CHECK(faults(masked) == expected);
  CHECK(remarks(masked) == remarks(open));
  CHECK(belief_at_end(masked).state == belief_at_end(open).state);
}

TEST_CASE("one verdict is given, masked or not, and none on what a log has masked") {
  for (const char* login :
       {"o1 AUTHENTICATE EXTERNAL =", "o1 AUTHENTICATE XOAUTH2 <removed>",
        "o1 AUTHENTICATE PLAIN ****", "o1 AUTHENTICATE PLAIN [INITIAL CLIENT RESPONSE (eve)]",
        "o1 LOGIN eve <hidden>", "o1 LOGIN <user> [PASSWORD]", "o1 LOGIN eve ******",
        "o1 LOGIN eve h(nter", "o1 LOGIN eve two words", "o1 LOGIN eve,x hunter22"}) {
    CAPTURE(login);
    TraceBuilder builder;
    builder.server("* OK [CAPABILITY IMAP4rev1 SASL-IR] hi").client(login).server("o1 OK in");
    builder.client("o2 LIST \"\" *").server("o2 OK done");
    check_one_verdict(builder.trace(), {});
    CHECK(belief_at_end(builder.timeline()).state == State::authenticated);
  }
}

TEST_CASE("a login that cannot be read has succeeded where the server says so") {
  TraceBuilder builder;
  builder.server("* OK [CAPABILITY IMAP4rev1] hi").client("o1 LOGIN **REDACTED**");
  builder.server("o1 OK in").client("o2 LIST \"\" *").server("o2 OK done");
  CHECK(belief_at_end(builder.timeline()).state == State::authenticated);
  CHECK_FALSE(line_of(builder.timeline(), "o2 LIST").breaks_rule());
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
  CHECK_FALSE(login.breaks_rule());
  CHECK(belief_at_end(timeline).user == "ada");
}

}  // namespace
}  // namespace imapscope::redact
