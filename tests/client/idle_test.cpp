#include <doctest/doctest.h>

#include "tests/client/greeted_client.h"

namespace imapscope::client {
namespace {

TEST_CASE("DONE waits until the server idles") {
  Client client = greeted();
  CHECK(sent_by(client, "a1 IDLE") == "a1 IDLE\r\n");
  CHECK(sent_by(client, "DONE") == "");
  CHECK(heard_by(client, "+ idling\r\n") == "DONE\r\n");
  CHECK(client.pending_tags() == std::vector<std::string>{"a1"});
  CHECK(heard_by(client, "a1 OK IDLE completed\r\n") == "");
  CHECK(client.pending_tags().empty());
}

TEST_CASE("a refused IDLE takes its DONE with it") {
  Client client = greeted();
  client.send("a1 idle\r\nDONE\r\na2 NOOP");
  CHECK(client.take_output() == "a1 idle\r\n");
  CHECK(heard_by(client, "a1 BAD not now\r\n") == "a2 NOOP\r\n");
}

TEST_CASE("only the line behind IDLE waits, and only behind IDLE itself") {
  Client client = greeted();
  CHECK(sent_by(client, "a1 IDLE\r\nDONE\r\na2 NOOP") == "a1 IDLE\r\n");
  CHECK(heard_by(client, "+ idling\r\n") == "DONE\r\na2 NOOP\r\n");
  CHECK(sent_by(client, "a3 IDLE now\r\na4 NOOP") == "a3 IDLE now\r\na4 NOOP\r\n");
  CHECK(sent_by(client, "IDLE\r\na5 NOOP") == "IDLE\r\na5 NOOP\r\n");
}

}  // namespace
}  // namespace imapscope::client
