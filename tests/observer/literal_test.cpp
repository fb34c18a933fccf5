// Literals that are sent without waiting, judged by what the server has announced (RFC 7888).
#include <doctest/doctest.h>

#include <string>

#include "tests/observer/trace_builder.h"

namespace imapscope::observer {
namespace {

/// Logged in; then, where it is not empty, the list of capabilities; then a literal at once.
Timeline appended(const std::string& announced, std::size_t octets) {
  TraceBuilder builder;
  builder.logged_in();
  if (!announced.empty()) {
    builder.client("a2 CAPABILITY").server("* CAPABILITY IMAP4rev1 " + announced);
    builder.server("a2 OK done");
  }
  builder.client("a3 APPEND INBOX {" + std::to_string(octets) + "+}\r\n" +
                 std::string(octets, 'x'));
  return builder.server("a3 OK done").timeline();
}

TEST_CASE("a literal that nobody waits for needs LITERAL+, or LITERAL- and few octets") {
  struct Case {
    const char* announced;
    std::size_t octets;
    const char* fault;  ///< empty: none
  };
  const Case cases[] = {
      {"LITERAL+", 5, ""},
      {"literal+", 5000, ""},
      {"LITERAL-", 4096, ""},
      {"LITERAL-", 4097, "up to 4096 octets only"},
      {"IMAP4rev2", 4096, ""},
      {"IMAP4rev2", 4097, "up to 4096 octets only"},
      {"IMAP4rev2 LITERAL+", 4097, ""},
      {"IDLE", 5, "has not announced LITERAL+"},
      {"", 5, ""},  // not known
  };
  for (const Case& c : cases) {
    CAPTURE(c.announced);
    CAPTURE(c.octets);
    const Timeline timeline = appended(c.announced, c.octets);
    if (std::string(c.fault).empty()) {
      CHECK(faults(timeline).empty());
    } else {
      CHECK(only_fault(timeline, "client", c.fault));
    }
  }
}

TEST_CASE("a list from before the login tells nothing after it") {
  TraceBuilder builder;
  builder.server("* OK [CAPABILITY IMAP4rev1 IDLE] ready");
  builder.client("a1 LOGIN ada {6+}\r\nsecret").server("a1 OK done");
  CHECK(only_fault(builder.timeline(), "client", "has not announced LITERAL+"));
  TraceBuilder later;
  later.server("* OK [CAPABILITY IMAP4rev1 IDLE] ready").client("a1 LOGIN ada secret");
  later.server("a1 OK done").client("a2 SELECT {5+}\r\nINBOX");
  CHECK(faults(later.timeline()).empty());
}

TEST_CASE("the fault says where the literal begins") {
  const Timeline timeline = appended("IDLE", 5);
  const Line& line = line_of(timeline, "a3 APPEND");
  REQUIRE(line.violations.size() == 1);
  CHECK(line.violations[0].rfc == "7888 §3");
  CHECK(line.violations[0].stream_offset >= line.stream_offset);
}

}  // namespace
}  // namespace imapscope::observer
