#include "sim/client/client.h"

#include <doctest/doctest.h>

namespace imapscope::client {
namespace {

/// A client that has seen its server's greeting.
Client greeted() {
  Client client("laptop");
  client.receive("* OK ready\r\n");
  return client;
}

std::string sent_by(Client& client, std::string_view text) {
  client.send(text);
  return client.take_output();
}

std::string heard_by(Client& client, std::string_view bytes) {
  client.receive(bytes);
  return client.take_output();
}

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

TEST_CASE("a synchronizing literal waits for the plus, and later commands queue behind it") {
  Client client = greeted();
  CHECK(sent_by(client, "a1 LOGIN {3}\r\nada {6}\r\nsecret") == "a1 LOGIN {3}\r\n");
  CHECK(client.waits_for_continuation());
  CHECK(sent_by(client, "a2 NOOP") == "");
  CHECK(heard_by(client, "* OK something else\r\n") == "");
  CHECK(heard_by(client, "+ go on\r\n") == "ada {6}\r\n");
  CHECK(heard_by(client, "+ go on\r\n") == "secret\r\na2 NOOP\r\n");
  CHECK_FALSE(client.waits_for_continuation());
}

TEST_CASE("a non-synchronizing literal waits for nothing") {
  Client client = greeted();
  CHECK(sent_by(client, "a1 LOGIN {3+}\r\nada secret") == "a1 LOGIN {3+}\r\nada secret\r\n");
}

TEST_CASE("a literal that ends with the text still gets the end of its line") {
  Client client = greeted();
  CHECK(sent_by(client, "a1 APPEND INBOX {4+}\r\nHi\r\n") == "a1 APPEND INBOX {4+}\r\nHi\r\n\r\n");
}

TEST_CASE("a literal may be typed after its announcement") {
  Client client = greeted();
  CHECK(sent_by(client, "a1 APPEND INBOX {5}") == "a1 APPEND INBOX {5}\r\n");
  CHECK(heard_by(client, "+ go on\r\n") == "");
  CHECK(sent_by(client, "hello") == "hello\r\n");
}

TEST_CASE("where the server refuses, the rest of the command is dropped") {
  Client client = greeted();
  CHECK(sent_by(client, "a1 APPEND Nope {5}\r\nhello") == "a1 APPEND Nope {5}\r\n");
  client.send("a2 NOOP");
  CHECK(heard_by(client, "a1 NO [TOOBIG] no\r\n") == "a2 NOOP\r\n");
  CHECK(sent_by(client, "a3 APPEND Nope {2147483648}") == "a3 APPEND Nope {2147483648}\r\n");
  CHECK(heard_by(client, "a3 NO [TOOBIG] no\r\n") == "");
  CHECK(sent_by(client, "a4 NOOP") == "a4 NOOP\r\n");
}

TEST_CASE("DONE waits until the server idles") {
  Client client = greeted();
  CHECK(sent_by(client, "a1 IDLE") == "a1 IDLE\r\n");
  CHECK(sent_by(client, "DONE") == "");
  CHECK(heard_by(client, "+ idling\r\n") == "DONE\r\n");
  CHECK(client.pending_tags() == std::vector<std::string>{"a1"});
  CHECK(heard_by(client, "a1 OK IDLE completed\r\n") == "");
  CHECK(client.pending_tags().empty());
}

TEST_CASE("a SASL response waits for the plus, unless it came with the command") {
  Client client = greeted();
  CHECK(sent_by(client, "a1 AUTHENTICATE PLAIN") == "a1 AUTHENTICATE PLAIN\r\n");
  CHECK(sent_by(client, "AGFkYQBzZWNyZXQ=") == "");
  CHECK(heard_by(client, "+ \r\n") == "AGFkYQBzZWNyZXQ=\r\n");
  CHECK(heard_by(client, "a1 NO\r\n") == "");
  CHECK(sent_by(client, "a2 AUTHENTICATE PLAIN AGFkYQBzZWNyZXQ=\r\na3 NOOP") ==
        "a2 AUTHENTICATE PLAIN AGFkYQBzZWNyZXQ=\r\na3 NOOP\r\n");
}

TEST_CASE("a refused AUTHENTICATE leaves nothing behind") {
  Client client = greeted();
  client.send("a1 AUTHENTICATE CRAM-MD5");
  CHECK(heard_by(client, "a1 NO none such\r\n") == "a1 AUTHENTICATE CRAM-MD5\r\n");
  CHECK(sent_by(client, "a2 NOOP") == "a2 NOOP\r\n");
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
