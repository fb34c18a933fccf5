#include <doctest/doctest.h>

#include "tests/client/greeted_client.h"

namespace imapscope::client {
namespace {

TEST_CASE("a line gets its CRLF where it has none") {
  Client client = greeted();
  CHECK(sent_by(client, "a1 NOOP") == "a1 NOOP\r\n");
  CHECK(sent_by(client, "a2 NOOP\r\n") == "a2 NOOP\r\n");
  CHECK(sent_by(client, "a3 NOOP\r\na4 NOOP") == "a3 NOOP\r\na4 NOOP\r\n");
}

TEST_CASE("nothing is sent before the greeting") {
  Client client("laptop");
  CHECK(sent_by(client, "a1 NOOP") == "");
  CHECK(heard_by(client, "* OK rea") == "");
  CHECK(heard_by(client, "dy\r\n") == "a1 NOOP\r\n");
}

TEST_CASE("pending tags are those of commands without completion, in their order") {
  Client client = greeted();
  client.send("a1 NOOP\r\na2 FETCH 1 FLAGS\r\na3 NOOP");
  CHECK(client.pending_tags() == std::vector<std::string>{"a1", "a2", "a3"});
  client.receive("* 1 FETCH (FLAGS ())\r\na2 OK done\r\n");
  CHECK(client.pending_tags() == std::vector<std::string>{"a1", "a3"});
  client.send("untagged\r\n* x");
  CHECK(client.pending_tags() == std::vector<std::string>{"a1", "a3"});
}

TEST_CASE("a tag inside a literal completes nothing") {
  Client client = greeted();
  client.send("a1 FETCH 1 BODY[]");
  client.receive("* 1 FETCH (BODY[] {7}\r\na1 OK\r\n)\r\n");
  CHECK(client.pending_tags() == std::vector<std::string>{"a1"});
}

TEST_CASE("BAD without a tag refuses the literal of a line without one") {
  Client client = greeted();
  CHECK(sent_by(client, "{300}\r\nliteral") == "{300}\r\n");
  CHECK(sent_by(client, "typed as literal") == "");
  CHECK(heard_by(client, "* BAD what\r\n") == "");
  CHECK_FALSE(client.waits_for_continuation());
  CHECK(sent_by(client, "a1 NOOP") == "a1 NOOP\r\n");
}

TEST_CASE("the next tag goes on in the style of the last") {
  const std::pair<const char*, const char*> cases[] = {
      {"a1", "a2"}, {"a9", "a10"}, {"A007", "A008"}, {"a099", "a100"}, {"x", "x1"}, {"99", "100"},
  };
  CHECK(Client("laptop").next_tag() == "a1");
  for (const auto& [last, next] : cases) {
    Client client = greeted();
    client.send(std::string(last) + " NOOP");
    CHECK(client.next_tag() == next);
  }
}

TEST_CASE("any split of what the server says gives the same bytes") {
  const std::string said =
      "* OK ready\r\n+ go on\r\n* 1 FETCH (BODY[] {3}\r\n+ x)\r\na1 OK done\r\n";
  const auto output = [&](std::size_t piece) {
    Client client("laptop");
    client.send("a1 LOGIN {3}\r\nada secret\r\na2 IDLE\r\nDONE");
    for (std::size_t at = 0; at < said.size(); at += piece) client.receive(said.substr(at, piece));
    return client.take_output();
  };
  for (std::size_t piece = 1; piece < said.size(); ++piece) CHECK(output(piece) == output(1000));
}

}  // namespace
}  // namespace imapscope::client
