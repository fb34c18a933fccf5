#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/observer/trace_builder.h"

namespace imapscope::observer {
namespace {

TEST_CASE("COPY changes nothing here, MOVE expunges") {
  TraceBuilder builder;
  builder.selected(3).client("a3 COPY 2 x").server("a3 OK [COPYUID 9 20 1] done");
  CHECK(belief_at_end(builder.timeline()).mailbox->exists == 3);
  builder.client("a4 MOVE 2 x").server("* OK [COPYUID 9 20 2] moved").server("* 2 EXPUNGE");
  builder.server("a4 OK done");
  const Timeline timeline = builder.timeline();
  CHECK(belief_at_end(timeline).mailbox->exists == 2);
  CHECK(faults(timeline).empty());
  CHECK(explain(timeline, line_of(timeline, "* 2 EXPUNGE").id).why ==
        "Untagged data, caused by `a4 MOVE 2 x`");
}

TEST_CASE("which message became which is explained") {
  TraceBuilder builder;
  builder.selected(3).client("a3 COPY 1:2 x").server("a3 OK [COPYUID 9 10,20 4:5] done");
  const Timeline timeline = builder.timeline();
  CHECK(token_of(timeline, "a3 OK", "10,20").meaning == "UIDs 10 and 20 were copied.");
  CHECK(token_of(timeline, "a3 OK", "4:5").meaning == "The copies have UIDs 4 to 5.");
}

TEST_CASE("numbers may not be used before a command that can change them is completed") {
  TraceBuilder builder;
  builder.selected(3).every(milliseconds(1)).client("a3 COPY 1 x").client("a4 COPY 2 x");
  CHECK(only_fault(builder.timeline(), "client", "numbers_may_change"));
}

}  // namespace
}  // namespace imapscope::observer
