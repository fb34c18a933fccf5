#include <doctest/doctest.h>

#include "tests/observer/trace_builder.h"

namespace imapscope::observer {
namespace {

TraceBuilder asking(const std::string& command) {
  TraceBuilder builder;
  builder.selected(3).client(command);
  return builder;
}

TEST_CASE("METADATA with values answers GETMETADATA of that mailbox, and LIST that asks for it") {
  for (const char* command : {"a3 GETMETADATA INBOX /shared/comment",
                              "a3 LIST \"\" INBOX RETURN (METADATA (/shared/comment))"}) {
    CAPTURE(command);
    const Timeline timeline = asking(command)
                                  .server("* METADATA INBOX (/shared/comment NIL)")
                                  .server("a3 OK done")
                                  .timeline();
    CHECK(line_of(timeline, "* METADATA").command == line_of(timeline, command).id);
    CHECK(faults(timeline).empty());
    CHECK(remarks(timeline).empty());
  }
}

TEST_CASE("METADATA without values tells of a change, and needs ENABLE") {
  const auto told = [](const std::string& enabled) {
    return asking("a3 UNSELECT")
        .server("a3 OK left")
        .client("a3 ENABLE METADATA")
        .server("* ENABLED" + enabled)
        .server("a3 OK done")
        .client("a4 GETMETADATA INBOX /shared/comment")
        .server("* METADATA INBOX /shared/comment")
        .server("a4 OK done")
        .timeline();
  };
  const Timeline on = told(" METADATA");
  CHECK(token_of(on, "* METADATA", "METADATA").meaning.starts_with("Somebody changed"));
  CHECK(faults(on).empty());
  CHECK(faults(told("")).size() == 1);
}

TEST_CASE("entries are explained by whose they are, and options wherever they stand") {
  for (const char* command :
       {"a3 GETMETADATA (MAXSIZE 10 DEPTH infinity) \"\" /private/comment",
        "a3 GETMETADATA \"\" (MAXSIZE 10 DEPTH infinity) (/private/comment)"}) {
    const Timeline timeline = asking(command).server("a3 OK done").timeline();
    CHECK(token_of(timeline, "a3 GET", "/private/comment").meaning ==
          "The user's own note, which nobody else sees.");
    CHECK(token_of(timeline, "a3 GET", "infinity").meaning.find("levels") != std::string::npos);
    CHECK(token_of(timeline, "a3 GET", "\"\"").meaning.find("server") != std::string::npos);
  }
}

}  // namespace
}  // namespace imapscope::observer
