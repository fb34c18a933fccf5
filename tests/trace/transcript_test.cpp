#include "sim/trace/transcript.h"
#include "sim/disk/disk_files.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "sim/trace/jsonl.h"
#include "tests/in_english.h"

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
  CHECK(trace->header.source == "transcript");
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
  CHECK(in_english(trace->warnings[0]) ==
        "t.txt has no times: its lines are spread evenly over time.");
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
      {"S: * LIST (\n   \\Noselect)\n   \"/\" x\n", "* LIST (\\Noselect) \"/\" x\r\n"},
      {"S: * FLAGS (\\Seen\n   )\n", "* FLAGS (\\Seen)\r\n"},
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

TEST_CASE("lines without a marker belong to a literal while octets of it are owed") {
  const auto trace = read(
      "C: f1 FETCH 3 (BODY.PEEK[TEXT] UID)\n"
      "S: * 3 FETCH (BODY[TEXT] {17}\n"
      "  two blanks\n"
      "\n"
      "# x UID 8)\n"
      "S: f1 OK done\n"
      "C: f2 APPEND Notes {13}\n"
      "S: + go on\n"
      "A: one\n"
      "Two\n"
      "S: f2 OK kept\n",
      "t.txt");
  REQUIRE(trace);
  CHECK(sent(*trace, Direction::to_client) ==
        "* 3 FETCH (BODY[TEXT] {17}\r\n  two blanks\r\n\r\n# x UID 8)\r\nf1 OK done\r\n"
        "+ go on\r\nf2 OK kept\r\n");
  CHECK(sent(*trace, Direction::to_server) ==
        "f1 FETCH 3 (BODY.PEEK[TEXT] UID)\r\nf2 APPEND Notes {13}\r\nA: one\r\nTwo\r\n\r\n");
  CHECK(trace->warnings.size() == 1);
}

/// What both ends sent, line by line; a gap is "C gap" or "S gap", TLS "C tls".
std::vector<std::string> story(std::string_view content) {
  std::vector<std::string> said;
  const auto trace = read(content, "t.txt");
  REQUIRE(trace);
  for (const Event& event : trace->events) {
    const std::string who = event.direction == Direction::to_server ? "C " : "S ";
    if (std::holds_alternative<Gap>(event.what)) said.push_back(who + "gap");
    if (std::holds_alternative<Secured>(event.what)) said.push_back(who + "tls");
    const auto* payload = std::get_if<Payload>(&event.what);
    if (payload != nullptr)
      said.push_back(who + payload->bytes.substr(0, payload->bytes.size() - 2));
  }
  return said;
}

using Story = std::vector<std::string>;

TEST_CASE("a literal that is short or elided ends where its command is completed, with a warning") {
  const char* const greeting = "S: * PREAUTH hi\n";
  struct Short {
    std::string content;
    Story story;
    const char* warning;
  };
  const Short table[] = {
      {"C: g1 FETCH 2 BODY[]\nS: * 2 FETCH (BODY[] {900}\nS: little\nS: )\nS: g1 OK done\n",
       {"C g1 FETCH 2 BODY[]", "S * 2 FETCH (BODY[] {900}", "S little", "S )", "S gap",
        "S g1 OK done"},
       "t.txt, line 6: the literal before it has fewer octets than were announced."},
      {"C: g1 FETCH 2 BODY[]\nS: * 2 FETCH (BODY[] {77}\nS: [...]\nS: )\nS: g1 OK done\n",
       {"C g1 FETCH 2 BODY[]", "S * 2 FETCH (BODY[] {77}", "S gap", "S )", "S g1 OK done"},
       "t.txt, line 4: the literal before it has fewer octets than were announced."},
      {"C: g1 APPEND x {50}\nS: + ok\nC: Only this\nS: g1 OK done\nC: g2 NOOP\n",
       {"C g1 APPEND x {50}", "S + ok", "C Only this", "C gap", "S g1 OK done", "C g2 NOOP"},
       "t.txt, line 5: the literal before it has fewer octets than were announced."},
  };
  for (const Short& row : table) {
    CAPTURE(row.content);
    Story whole = row.story;
    whole.insert(whole.begin(), "S * PREAUTH hi");
    CHECK(story(greeting + row.content) == whole);
    CHECK(in_english(read(greeting + row.content, "t.txt")->warnings.front()) == row.warning);
  }
}

TEST_CASE("a literal that was refused leaves no gap, and one that is whole may hold anything") {
  CHECK(story("C: h1 APPEND x {50}\nS: h1 NO full\nC: h2 NOOP\n") ==
        Story{"C gap", "S gap", "C h1 APPEND x {50}", "S h1 NO full", "C h2 NOOP"});
  const char* const quoting =
      "C: h1 FETCH 1 BODY[]\nS: * 1 FETCH (BODY[] {16}\nS: ...\nS: h9 OK hm\nS: a)\nS: h1 OK x\n";
  CHECK(story(quoting) == Story{"C gap", "S gap", "C h1 FETCH 1 BODY[]", "S * 1 FETCH (BODY[] {16}",
                                "S ...", "S h9 OK hm", "S a)", "S h1 OK x"});
}

TEST_CASE("what the author of a transcript left out is a gap") {
  const Story both{"S * OK hi", "C i1 NOOP", "C gap", "S gap", "S i1 OK"};
  CHECK(story("S: * OK hi\nC: i1 NOOP\n...\nS: i1 OK\n") == both);
  for (const char* elision : {"...", "[...]", "(more of them)", "[snip]", "<... 12 lines ...>",
                              "\u2026", "(and 3 more)"}) {
    CAPTURE(elision);
    CHECK(story(std::string("S: * OK hi\nC: i1 NOOP\nS: ") + elision + "\nS: i1 OK\n") ==
          Story{"S * OK hi", "C i1 NOOP", "S gap", "S i1 OK"});
  }
}

TEST_CASE("both ends begin TLS where the author says so") {
  const Story both{"S * OK hi", "C i1 STARTTLS", "S i1 OK go", "C tls", "S tls", "C i2 NOOP"};
  for (const char* negotiation : {"<TLS negotiation, further commands are under [TLS] layer>",
                                  "   <TLS negotiation>", "[TLS handshake]"}) {
    CAPTURE(negotiation);
    CHECK(story(std::string("S: * OK hi\nC: i1 STARTTLS\nS: i1 OK go\n") + negotiation +
                "\nC: i2 NOOP\n") == both);
  }
}

TEST_CASE("what only looks like a greeting is the middle of a connection") {
  const auto gaps = [](std::string_view content) {
    const Story said = story(content);
    return std::count(said.begin(), said.end(), "C gap") +
           std::count(said.begin(), said.end(), "S gap");
  };
  CHECK(gaps("S: * OK [CAPABILITY IMAP4rev1] hi\nS: * CAPABILITY IMAP4rev1\nC: j1 NOOP\n") == 0);
  CHECK(gaps("S: * OK [UIDVALIDITY 5] kept\nC: j1 NOOP\n") == 2);
  CHECK(gaps("S: * OK hm\nS: * 12 EXISTS\nC: j1 NOOP\n") == 2);
  CHECK(gaps("S: * OK hm\nS: j0 OK done\nC: j1 NOOP\n") == 2);
  CHECK(gaps("S: * OK hm\nC: done\n") == 2);
}

TEST_CASE("markers come in many forms") {
  const Story plain{"S * OK hi", "C k1 NOOP", "S k1 OK done"};
  const char* const forms[] = {
      "S:* OK hi\nC:k1 NOOP\nS:k1 OK done\n",
      "s: * OK hi\nc: k1 NOOP\ns: k1 OK done\n",
      "Server: * OK hi\nClient: k1 NOOP\nServer: k1 OK done\n",
      "SERVER:* OK hi\nCLIENT:k1 NOOP\nSERVER:k1 OK done\n",
      "S1: * OK hi\nC1: k1 NOOP\nS1: k1 OK done\n",
      "> S: * OK hi\n> C: k1 NOOP\n>> S: k1 OK done\n",
      ("[2026-02-03T04:05:06Z] S: * OK hi\n[2026-02-03T04:05:07Z] C: k1 NOOP\n"
       "[2026-02-03T04:05:07Z] S: k1 OK done\n"),
  };
  for (const char* form : forms) {
    CAPTURE(form);
    CHECK(story(form) == plain);
  }
  CHECK(story("Server: my own\nC: k1 NOOP\n") == Story{"C gap", "S gap", "C k1 NOOP"});
  CHECK(story("C: k1 NOOP\nC:\\mail is full\n") == Story{"C gap", "S gap", "C k1 NOOP"});
  CHECK_FALSE(read("Client: I pressed\nServer: it hung\n", "t"));
}

TEST_CASE("a number behind the marker names the connection") {
  const auto trace = read("S1: * OK a\nS2: * OK b\nC2: l1 NOOP\nC1: l1 NOOP\n", "t");
  REQUIRE(trace);
  std::string connections;
  for (const Event& event : trace->events) connections += std::to_string(event.connection.value);
  CHECK(connections == "112221");
}

TEST_CASE("a time before the marker is when the line was seen, also past midnight") {
  const auto trace = read(
      "23:59:59.500 S: * OK hi\n23:59:59.750 C: m1 NOOP\n00:00:01,000 S: m1 OK done\n"
      "00:00:01 S: * BYE x\n",
      "t");
  REQUIRE(trace);
  CHECK(trace->warnings.empty());
  std::vector<std::int64_t> times;
  for (const Event& event : trace->events) times.push_back(event.sent.us / 1000);
  CHECK(times == std::vector<std::int64_t>{0, 0, 250, 1500, 1500});
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
  CHECK(in_english(trace->warnings[0]) ==
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
