#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/observer/trace_builder.h"

namespace imapscope::observer {
namespace {

Timeline asked(const std::string& answer) {
  TraceBuilder builder;
  builder.selected(3).client("a3 STATUS Sent (MESSAGES UNSEEN)");
  if (!answer.empty()) builder.server(answer);
  return builder.server("a3 OK done").timeline();
}

TEST_CASE("counts of another mailbox say nothing of the open one") {
  const Timeline timeline = asked("* STATUS Sent (MESSAGES 9 UNSEEN 2)");
  CHECK(belief_at_end(timeline).mailbox->exists == 3);
  CHECK(line_of(timeline, "* STATUS").command == line_of(timeline, "a3").id);
  CHECK(faults(timeline).empty());
  CHECK(remarks(timeline).empty());
}

TEST_CASE("STATUS without its data is remarked") {
  CHECK(remarks(asked("")).size() == 1);
}

TEST_CASE("UNSEEN is a count here, and says so") {
  const ExplainedToken token = token_of(asked("* STATUS Sent (UNSEEN 2)"), "* STATUS", "UNSEEN");
  CHECK(token.term == "status item");
  CHECK(token.meaning.find("count") != std::string::npos);
}

}  // namespace
}  // namespace imapscope::observer
