#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/observer/trace_builder.h"

namespace imapscope::observer {
namespace {

TEST_CASE("the commands about mailboxes change nothing in the open one") {
  for (const std::string command :
       {"CREATE x", "DELETE x", "RENAME x y", "SUBSCRIBE x", "UNSUBSCRIBE x"}) {
    const Timeline timeline =
        TraceBuilder().selected().client("a3 " + command).server("a3 OK done").timeline();
    CHECK(belief_at_end(timeline).mailbox->exists == 3);
    CHECK(faults(timeline).empty());
  }
}

TEST_CASE("they need a user") {
  CHECK(only_fault(TraceBuilder().server("* OK ready").client("a1 CREATE x").timeline(), "client",
                   "wrong_state"));
}

TEST_CASE("renaming INBOX is explained as the special case it is") {
  const Timeline timeline = TraceBuilder().logged_in().client("a2 RENAME INBOX old").timeline();
  CHECK(token_of(timeline, "a2 RENAME", "INBOX").meaning.find("stays, empty") != std::string::npos);
  CHECK(token_of(timeline, "a2 RENAME", "old").term == "mailbox name");
}

TEST_CASE("a name in modified UTF-7 is spelt out") {
  const Timeline timeline = TraceBuilder().logged_in().client("a2 CREATE R&-D").timeline();
  CHECK(token_of(timeline, "a2 CREATE", "R&-D").meaning.find("R&D") != std::string::npos);
}

}  // namespace
}  // namespace imapscope::observer
