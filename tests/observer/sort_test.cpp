#include <doctest/doctest.h>

#include "tests/observer/trace_builder.h"

namespace imapscope::observer {
namespace {

TraceBuilder asking(const std::string& command) {
  TraceBuilder builder;
  builder.selected(9).client(command);
  return builder;
}

TEST_CASE("SORT and THREAD are answered by data of their names") {
  struct Row {
    const char* command;
    const char* answer;
  };
  for (const Row& row : {Row{"a3 SORT (DATE) UTF-8 ALL", "* SORT 3 1 2"},
                         Row{"a3 THREAD REFERENCES UTF-8 ALL", "* THREAD (2)(3 1)"},
                         Row{"a3 UID SORT (DATE) UTF-8 ALL", "* SORT"},
                         Row{"a3 UID THREAD REFERENCES UTF-8 ALL", "* THREAD ((40)(50))"}}) {
    CAPTURE(row.command);
    const Timeline timeline =
        asking(row.command).server(row.answer).server("a3 OK done").timeline();
    CHECK(line_of(timeline, row.answer).command == line_of(timeline, row.command).id);
    CHECK(faults(timeline).empty());
    CHECK(remarks(timeline).empty());
  }
}

TEST_CASE("SORT with RETURN is answered by ESEARCH, and of SAVE nothing need be told") {
  const Timeline timeline = asking("a3 SORT RETURN (ALL) (DATE) UTF-8 ALL")
                                .server("* ESEARCH (TAG \"a3\") ALL 3,1:2")
                                .server("a3 OK done")
                                .client("a4 SORT RETURN (SAVE) (DATE) UTF-8 ALL")
                                .server("a4 OK done")
                                .timeline();
  CHECK(line_of(timeline, "* ESEARCH").command == line_of(timeline, "a3 SORT").id);
  CHECK(faults(timeline).empty());
  CHECK(remarks(timeline).empty());
}

TEST_CASE("a message that does not exist is not in an order either") {
  const Timeline timeline =
      asking("a3 SORT (DATE) UTF-8 ALL").server("* SORT 3 99").server("a3 OK done").timeline();
  CHECK(faults(timeline).size() == 1);
}

TEST_CASE("each message of a conversation is explained by its place in it") {
  const Timeline timeline = asking("a3 THREAD REFERENCES UTF-8 ALL")
                                .server("* THREAD (1 2 (3)(4))")
                                .server("a3 OK done")
                                .timeline();
  const auto says = [&](std::string_view token, std::string_view text) {
    return token_of(timeline, "* THREAD", token).meaning.find(text) != std::string::npos;
  };
  CHECK(says("1", "the conversation begins"));
  CHECK(says("2", "an answer to the one before"));
  CHECK(says("3", "the branch begins"));
  CHECK(says("4", "the branch begins"));
}

TEST_CASE("`$` stands for what was found, and what FETCH tells of it was asked for") {
  const Timeline timeline = asking("a3 SEARCH RETURN (SAVE) SEEN")
                                .client("a4 FETCH $ FLAGS")
                                .server("a3 OK done")
                                .server("* 7 FETCH (FLAGS (\\Seen))")
                                .server("a4 OK done")
                                .timeline();
  CHECK(line_of(timeline, "* 7 FETCH").command == line_of(timeline, "a4 FETCH").id);
  CHECK(faults(timeline).empty());
  CHECK(remarks(timeline).empty());
}

TEST_CASE("what comes to the results of a search later is no answer to another one") {
  const Timeline timeline = asking("a3 UID SEARCH RETURN (UPDATE COUNT) FLAGGED")
                                .server("* ESEARCH (TAG \"a3\") UID COUNT 1")
                                .server("a3 OK done")
                                .client("a4 SEARCH RETURN (COUNT) SEEN")
                                .server("* ESEARCH (TAG \"a3\") UID ADDTO (0 50)")
                                .server("* ESEARCH (TAG \"a4\") COUNT 2")
                                .server("a4 OK done")
                                .timeline();
  CHECK(line_of(timeline, "* ESEARCH (TAG \"a4\")").command == line_of(timeline, "a4").id);
  CHECK(faults(timeline).empty());
  CHECK(remarks(timeline).empty());
}

}  // namespace
}  // namespace imapscope::observer
