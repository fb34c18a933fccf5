#include <doctest/doctest.h>

#include "tests/client/greeted_client.h"

namespace imapscope::client {
namespace {

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

}  // namespace
}  // namespace imapscope::client
