#include <doctest/doctest.h>

#include "tests/client/greeted_client.h"

namespace imapscope::client {
namespace {

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

TEST_CASE("a SASL exchange may be cancelled, and that waits for the plus too") {
  Client client = greeted();
  CHECK(sent_by(client, "a1 authenticate plain\r\n*") == "a1 authenticate plain\r\n");
  CHECK(heard_by(client, "+ \r\n") == "*\r\n");
}

}  // namespace
}  // namespace imapscope::client
