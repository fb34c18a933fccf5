#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/observer/trace_builder.h"

namespace imapscope::observer {
namespace {

TEST_CASE("what was found is explained by number, or by UID") {
  const auto found = [](const std::string& verb) {
    return TraceBuilder()
        .selected(3)
        .client("a3 " + verb + " UNSEEN")
        .server("* SEARCH 2 3")
        .server("a3 OK done")
        .timeline();
  };
  CHECK(token_of(found("SEARCH"), "* SEARCH", "2").term == "message sequence number");
  CHECK(token_of(found("UID SEARCH"), "* SEARCH", "2").term == "unique identifier");
  CHECK(faults(found("SEARCH")).empty());
}

TEST_CASE("every search key is explained") {
  const Timeline timeline =
      TraceBuilder()
          .selected(3)
          .client(
              "a3 SEARCH RETURN (MIN COUNT) CHARSET UTF-8 OR (FROM ada UNSEEN) NOT 2:3 UID 7 "
              "HEADER X-A \"\" SINCE 1-Jan-2026 LARGER 5 KEYWORD $Work")
          .timeline();
  const Explanation explanation = explain(timeline, line_of(timeline, "a3").id);
  CHECK(explanation.tokens.size() > 20);
  for (const ExplainedToken& token : explanation.tokens) {
    CHECK_FALSE(token.term.empty());
    CHECK(token.meaning.find("does not know") == std::string::npos);
  }
}

TEST_CASE("SEARCH without its data is remarked, ESEARCH answers too") {
  CHECK(remarks(TraceBuilder().selected().client("a3 SEARCH ALL").server("a3 OK done").timeline())
            .size() == 1);
  const Timeline timeline = TraceBuilder()
                                .selected()
                                .client("a3 SEARCH RETURN (COUNT) ALL")
                                .server("* ESEARCH (TAG \"a3\") COUNT 3")
                                .server("a3 OK done")
                                .timeline();
  CHECK(remarks(timeline).empty());
  CHECK(token_of(timeline, "* ESEARCH", "COUNT").meaning.find("How many") != std::string::npos);
}

}  // namespace
}  // namespace imapscope::observer
