#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/observer/trace_builder.h"

namespace imapscope::observer {
namespace {

Timeline listing() {
  return TraceBuilder()
      .logged_in()
      .client("a2 LIST \"\" \"%\"")
      .server("* LIST (\\HasNoChildren) \"/\" INBOX")
      .server("* LIST () NIL x")
      .server("a2 OK done")
      .timeline();
}

TEST_CASE("what LIST was asked for is its answer") {
  const Timeline timeline = listing();
  CHECK(line_of(timeline, "* LIST").command == line_of(timeline, "a2 LIST").id);
  CHECK(explain(timeline, line_of(timeline, "* LIST").id).why ==
        "Untagged data, caused by `a2 LIST \"\" \"%\"`");
}

TEST_CASE("attributes, delimiter and name of a listing are explained") {
  const Timeline timeline = listing();
  CHECK(token_of(timeline, "* LIST (\\Has", "\\HasNoChildren").term == "attribute");
  CHECK(token_of(timeline, "* LIST (\\Has", "\"/\"").term == "hierarchy delimiter");
  CHECK(token_of(timeline, "* LIST ()", "NIL").meaning.find("flat") != std::string::npos);
  CHECK(token_of(timeline, "a2 LIST", "\"%\"").term == "pattern");
}

TEST_CASE("an empty pattern asks for the delimiter") {
  const Timeline timeline = TraceBuilder().logged_in().client("a2 LIST \"\" \"\"").timeline();
  const Explanation explanation = explain(timeline, line_of(timeline, "a2 LIST").id);
  CHECK(explanation.tokens[3].meaning.find("delimiter") != std::string::npos);
}

TEST_CASE("namespaces come in three kinds") {
  const Timeline timeline = TraceBuilder()
                                .logged_in()
                                .client("a2 NAMESPACE")
                                .server("* NAMESPACE ((\"\" \"/\")) NIL NIL")
                                .server("a2 OK done")
                                .timeline();
  CHECK(faults(timeline).empty());
  CHECK(token_of(timeline, "* NAMESPACE", "\"\"").term == "namespace prefix");
}

}  // namespace
}  // namespace imapscope::observer
