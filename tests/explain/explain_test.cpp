#include "sim/explain/explain.h"
#include "sim/disk/disk_files.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "sim/trace/read.h"
#include "tests/observer/trace_builder.h"

namespace imapscope::explain {
namespace {

// Every token has a term and a meaning, and the tokens lie in order within the line.
void check_explained(const Timeline& timeline, const Line& line) {
  const Explanation explanation = explain(timeline, line.id);
  CHECK_MESSAGE(!explanation.why.empty(), line.bytes);
  CHECK(explanation.leading < std::max<std::size_t>(explanation.tokens.size(), 1));
  CHECK(explanation.tokens.empty() == line.bytes.empty());
  std::size_t end = 0;
  for (const ExplainedToken& token : explanation.tokens) {
    CHECK_MESSAGE(!token.term.empty(), line.bytes);
    CHECK_MESSAGE(!token.meaning.empty(), line.bytes << " at " << token.offset);
    CHECK(token.term.find("explain.") == std::string::npos);
    CHECK(token.meaning.find("explain.") == std::string::npos);
    CHECK(!token.shown.empty());
    CHECK(token.offset >= end);
    end = token.offset + token.octets;
  }
  CHECK(end <= line.bytes.size());
}

TEST_CASE("every token of every line of real traffic is explained") {
  const std::filesystem::path traces = std::filesystem::path(IMAPSCOPE_SOURCE_DIR) / "traces";
  std::size_t lines = 0;
  for (const char* folder : {"captures", "examples"}) {
    for (const auto& entry : std::filesystem::directory_iterator(traces / folder)) {
      const auto trace = trace::read_file(disk::DiskFiles(), entry.path().string());
      if (!trace) continue;
      const Timeline timeline(*trace);
      for (const Line& line : timeline.lines()) check_explained(timeline, line);
      lines += timeline.lines().size();
    }
  }
  CHECK(lines > 300);
}

TEST_CASE("what is no IMAP has tokens too, and every one is explained") {
  const std::vector<std::string> odd{"",
                                     "\"",
                                     "a1",
                                     "a1 FETCH",
                                     "a1 FETCH 1 BODY[",
                                     "* 3",
                                     "* FOO (1)",
                                     "+",
                                     "a1 OK [",
                                     "* OK [UIDNEXT",
                                     "* LIST",
                                     "* 1 FETCH (",
                                     "* SEARCH x",
                                     "a1 UID",
                                     "a1 STORE 1 +FLAGS",
                                     ")) ((",
                                     "* 2 FETCH (ENVELOPE (NIL))",
                                     "* OK [X-Y (a b)] z",
                                     "a1 LOGIN {2}"};
  for (const std::string& text : odd) {
    for (const trace::Direction direction :
         {trace::Direction::to_server, trace::Direction::to_client}) {
      const Timeline timeline =
          TraceBuilder().server("* OK ready").raw(direction, text + "\r\n").timeline();
      for (const Line& line : timeline.lines()) check_explained(timeline, line);
    }
  }
}

TEST_CASE("a password never stands in the sentence about another line") {
  const Timeline timeline = TraceBuilder().logged_in().timeline();
  const Explanation explanation = explain(timeline, line_of(timeline, "a1 OK").id);
  CHECK(explanation.why == "The last line of the answer to `a1 LOGIN`");
}

TEST_CASE("line ends and parentheses are dim, and long literals fold") {
  const Timeline timeline = TraceBuilder()
                                .selected(1)
                                .client("a3 FETCH 1 BODY.PEEK[]")
                                .server("* 1 FETCH (BODY[] {200}\r\n" + std::string(200, 'x') + ")")
                                .timeline();
  const Explanation explanation = explain(timeline, line_of(timeline, "* 1 FETCH").id);
  const ExplainedToken& end = explanation.tokens.back();
  CHECK(end.shown == "CR LF");
  CHECK(end.dim);
  CHECK(token_of(timeline, "* 1 FETCH", "{200}").term == "literal");
  CHECK(token_of(timeline, "* 1 FETCH", "…").octets == 200);
}

TEST_CASE("unsolicited lines say why they come") {
  TraceBuilder builder;
  builder.selected(3).server("* FLAGS (\\Seen $Work)");
  CHECK(explain(builder.timeline(), line_of(builder.timeline(), "* FLAGS (\\Seen $").id).why ==
        "No command is in progress: the server speaks of its own accord");
}

}  // namespace
}  // namespace imapscope::explain
