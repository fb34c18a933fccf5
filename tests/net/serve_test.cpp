#include "sim/net/serve.h"
#include "sim/disk/disk_files.h"

#include <doctest/doctest.h>

#include <deque>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <thread>

#include "sim/base/base64.h"
#include "sim/observer/timeline.h"
#include "sim/trace/read.h"
#include "tests/in_english.h"
#include "tests/net/running.h"
#include "tests/temporary.h"

namespace imapscope::net {
namespace {

TEST_CASE("a session over a socket, from the greeting to the end") {
  const Running running;
  WireClient client = logged_in(running);
  CHECK(has(client.ask("a1 SELECT INBOX"), "* 1 EXISTS\r\n"));
  CHECK(has(client.ask("a2 FETCH 1 BODY[TEXT]"), "* 1 FETCH"));
  client.send("a3 LOGOUT\r\n");
  const std::string end = client.rest();
  CHECK(end.starts_with("* BYE"));
  CHECK(has(end, "\r\na3 OK"));
}

TEST_CASE("many clients are served at once") {
  const Running running;
  std::deque<WireClient> clients;
  for (int i = 0; i < 100; ++i) clients.emplace_back(running.endpoint());
  for (WireClient& client : clients) CHECK(client.line().starts_with("* OK"));
  for (WireClient& client : clients) CHECK(client.ask("n NOOP").starts_with("n OK"));
}

TEST_CASE("who comes when all places are taken is refused with BYE") {
  ServeOptions options;
  options.most_connections = 1;
  const Running running(std::move(options));
  WireClient first(running.endpoint());
  CHECK(first.line().starts_with("* OK"));
  CHECK(WireClient(running.endpoint()).rest().starts_with("* BYE"));
  CHECK(first.ask("n NOOP").starts_with("n OK"));
}

TEST_CASE("a client in IDLE is told what another client does") {
  const Running running;
  WireClient laptop = logged_in(running);
  WireClient phone = logged_in(running);
  laptop.ask("a1 SELECT INBOX");
  laptop.send("a2 IDLE\r\n");
  CHECK(laptop.line().starts_with("+ "));
  phone.ask("b1 SELECT INBOX");
  phone.ask("b2 STORE 1 +FLAGS (\\Flagged)");
  CHECK(has(laptop.line(), "FETCH (FLAGS (\\Flagged"));
  laptop.send("DONE\r\n");
  CHECK(has(laptop.lines_to("a2 "), "a2 OK"));
}

TEST_CASE("stopping says BYE to all and leaves an intact trace") {
  const test::TemporaryFile file("serve_stop.jsonl");
  ServeOptions options;
  options.trace = file.path().string();
  Running running(std::move(options));
  WireClient one = logged_in(running);
  WireClient two = logged_in(running);
  two.ask("b1 SELECT INBOX");
  running.stop();
  CHECK(one.rest().starts_with("* BYE"));
  CHECK(two.rest().starts_with("* BYE"));
  const auto trace = trace::read_file(disk::DiskFiles(), file.path().string());
  REQUIRE(trace);
  CHECK(trace->warnings.empty());
  CHECK(trace->header.source == "server");
  int closed = 0;
  for (const auto& event : trace->events)
    closed += std::holds_alternative<trace::Closed>(event.what);
  CHECK(closed >= 2);
}

TEST_CASE("a trace holds no passwords, and the observer finds no fault in the server") {
  const test::TemporaryFile file("serve_masked.jsonl");
  ServeOptions options;
  options.trace = file.path().string();
  Running running(std::move(options));
  const std::string response = encode_base64(std::string("\0ada\0secret", 11));
  {
    WireClient client = logged_in(running);
    client.ask("a1 SELECT INBOX");
    client.ask("a2 LOGOUT");
    WireClient sasl(running.endpoint());
    sasl.line();
    sasl.send("s1 AUTHENTICATE PLAIN\r\n");
    sasl.line();
    sasl.send(response + "\r\n");
    CHECK(sasl.line().starts_with("s1 OK"));
    WireClient literal(running.endpoint());
    literal.line();
    literal.send("l1 LOGIN ada {6}\r\n");
    literal.line();
    literal.send("secret\r\n");
    CHECK(literal.line().starts_with("l1 OK"));
  }
  running.stop();
  std::ifstream content(file.path(), std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(content), {}};
  CHECK(!has(text, "secret"));
  CHECK(!has(text, response));
  CHECK(has(text, "LOGIN ada "));
  auto trace = trace::read_file(disk::DiskFiles(), file.path().string());
  REQUIRE(trace);
  const observer::Timeline timeline(std::move(*trace));
  for (const observer::Line& line : timeline.lines()) {
    CAPTURE(line.bytes);
    CHECK_FALSE(line.breaks_rule());
  }
}

TEST_CASE("a literal of 2 GB is refused and never held") {
  const Running running;
  WireClient client = logged_in(running);
  const std::string refused = client.ask("a1 APPEND INBOX {2000000000}");
  CHECK((refused.starts_with("a1 NO") || refused.starts_with("a1 BAD")));
  CHECK(client.ask("a2 NOOP").starts_with("a2 OK"));

  const std::size_t before = resident_octets();
  client.send("a3 APPEND INBOX {2000000000+}\r\n");
  const std::string piece(1U << 20U, 'x');
  for (int i = 0; i < 64; ++i) client.send(piece);
  CHECK(WireClient(running.endpoint()).line().starts_with("* OK"));
  CHECK(resident_octets() < before + (32U << 20U));
}

TEST_CASE("a client that stops sending still gets its answers") {
  const Running running;
  WireClient client(running.endpoint());
  client.send("a1 LOGIN ada secret\r\na2 SELECT INBOX\r\na3 FETCH 1 FLAGS\r\n");
  client.close_sending();
  CHECK(has(client.rest(), "\r\na3 OK"));
}

TEST_CASE("a client that vanishes disturbs nobody") {
  const Running running({}, "Subject: big\r\n\r\n" + std::string(4U << 20U, 'x'));
  WireClient stays = logged_in(running);
  for (int i = 0; i < 20; ++i) {
    WireClient goes = logged_in(running);
    goes.ask("a1 SELECT INBOX");
    goes.send("a2 FETCH 1 BODY[]\r\na3 FETCH 1 BODY[]\r\n");
    if (i % 2 == 0) goes.line();
    goes.reset();
    CHECK(stays.ask("n NOOP").starts_with("n OK"));
  }
}

TEST_CASE("a client that asks and does not read makes the server wait, not grow") {
  const Running running({}, "Subject: big\r\n\r\n" + std::string(1U << 20U, 'x'));
  WireClient other = logged_in(running);
  WireClient client = logged_in(running);
  client.ask("a1 SELECT INBOX");
  const std::size_t before = resident_octets();
  std::string commands;
  for (int i = 0; i < 300; ++i) commands += "f FETCH 1 BODY[]\r\n";
  client.send(commands + "z NOOP\r\n");
  for (int i = 0; i < 20; ++i) CHECK(other.ask("n NOOP").starts_with("n OK"));
  CHECK(resident_octets() < before + (64U << 20U));
  std::size_t answers = 0;
  std::string line;
  while (!(line = client.line()).empty() && !line.starts_with("z ")) {
    answers += line.starts_with("f OK") ? 1U : 0U;
  }
  CHECK(answers == 300);
}

/// Whether what has been written to the trace since the last call tells of it.
bool tells_of_cutting_off(std::ifstream& trace) {
  trace.clear();
  for (std::string line; std::getline(trace, line);) {
    if (has(line, "This client does not read")) return true;
  }
  return false;
}

TEST_CASE("a client in IDLE that does not read is cut off with BYE, and nobody waits for it") {
  test::TemporaryFile trace("idle.jsonl");
  ServeOptions options;
  options.trace = trace.path();
  Running running(std::move(options));
  WireClient deaf = logged_in(running);
  WireClient other = logged_in(running);
  deaf.hold_little();
  deaf.ask("a1 SELECT INBOX");
  deaf.send("a2 IDLE\r\n");
  REQUIRE(deaf.line().starts_with("+ "));
  other.ask("a1 SELECT INBOX");
  // Long keywords make long FLAGS lines: 30 MB, and the system itself holds some before it blocks.
  // Who is cut off has two seconds to read why.
  const std::string keywords = std::string(30'000, 'k') + " " + std::string(30'000, 'l');
  std::ifstream written(trace.path());
  for (int i = 0; i < 500 && !tells_of_cutting_off(written); ++i) {
    const char* sign = i % 2 == 0 ? "+" : "-";
    const std::string store = std::string(sign) + "FLAGS.SILENT (" + keywords + ")";
    REQUIRE(has(other.ask("s STORE 1 " + store), "s OK"));
  }
  const std::string told = deaf.rest();
  CHECK(told.size() < (16U << 20U));
  CHECK(told.ends_with("* BYE This client does not read what it is told\r\n"));
  CHECK(has(other.ask("n NOOP"), "n OK"));
}

TEST_CASE("a taken port is one sentence") {
  const Running running;
  ServeOptions options;
  options.listen = running.endpoint();
  const test::TemporaryFile older("older.jsonl");
  older.append("kept");
  options.trace = older.path().string();
  const auto second = Service::start(std::move(options), {}, {});
  REQUIRE(!second);
  CHECK(in_english(second.error()) ==
        "Nobody can listen on " + to_text(running.endpoint()) + " (Address already in use).");
  CHECK(std::filesystem::file_size(older.path()) == 4);
}

struct Place {
  const char* text;
  const char* read;
  bool loopback;
};

TEST_CASE("places to listen") {
  const Place table[] = {
      {"127.0.0.1:1143", "127.0.0.1:1143", true}, {"[::1]:143", "[::1]:143", true},
      {"localhost:0", "127.0.0.1:0", true},       {"2143", "127.0.0.1:2143", true},
      {"0.0.0.0:1143", "0.0.0.0:1143", false},    {"192.0.2.1:1143", "192.0.2.1:1143", false},
  };
  for (const Place& row : table) {
    CAPTURE(row.text);
    const auto endpoint = parse_endpoint(row.text);
    REQUIRE(endpoint);
    CHECK(to_text(*endpoint) == row.read);
    CHECK(endpoint->is_loopback() == row.loopback);
  }
  for (const char* text :
       {"", ":", "127.0.0.1", "127.0.0.1:", "127.0.0.1:65536", "mail.test:143"}) {
    CAPTURE(text);
    CHECK(in_english(parse_endpoint(text).error()) ==
          "\"" + std::string(text) +
              "\" is no place to listen: write ADDRESS:PORT, such as 127.0.0.1:1143 or "
              "[::1]:1143.");
  }
}

}  // namespace
}  // namespace imapscope::net
