#include <doctest/doctest.h>

#include "tests/observer/trace_builder.h"

namespace imapscope::observer {
namespace {

TraceBuilder asking(const std::string& command) {
  TraceBuilder builder;
  builder.selected(3).client(command);
  return builder;
}

TEST_CASE("ACL, LISTRIGHTS and MYRIGHTS answer the commands of their names") {
  const std::pair<const char*, const char*> rows[] = {
      {"a3 GETACL INBOX", "* ACL INBOX ada lrswipkxtecda"},
      {"a3 LISTRIGHTS INBOX bob", "* LISTRIGHTS INBOX bob \"\" l r s"},
      {"a3 MYRIGHTS INBOX", "* MYRIGHTS INBOX lrs"},
  };
  for (const auto& row : rows) {
    const char* command = row.first;
    const char* answer = row.second;
    CAPTURE(command);
    const Timeline timeline = asking(command).server(answer).server("a3 OK done").timeline();
    CHECK(line_of(timeline, answer).command == line_of(timeline, command).id);
    CHECK(faults(timeline).empty());
    CHECK(remarks(timeline).empty());
  }
}

TEST_CASE("another user's LISTRIGHTS and another mailbox's MYRIGHTS are not what was asked for") {
  CHECK(remarks(asking("a3 LISTRIGHTS INBOX bob")
                    .server("* LISTRIGHTS INBOX zoe \"\" l")
                    .server("a3 OK done")
                    .timeline())
            .size() == 1);
  CHECK(
      remarks(
          asking("a3 MYRIGHTS INBOX").server("* MYRIGHTS Work lr").server("a3 OK done").timeline())
          .size() == 1);
}

TEST_CASE("LIST with RETURN (MYRIGHTS) is answered by rights, too") {
  const Timeline timeline = asking("a3 LIST \"\" % RETURN (MYRIGHTS)")
                                .server("* LIST () \"/\" INBOX")
                                .server("* MYRIGHTS INBOX lrs")
                                .server("a3 OK done")
                                .timeline();
  CHECK(line_of(timeline, "* MYRIGHTS").command == line_of(timeline, "a3 LIST").id);
}

TEST_CASE("each letter of the rights is explained, and the old ones, too") {
  const Timeline timeline = asking("a3 SETACL INBOX -bob +rd7").server("a3 OK done").timeline();
  const std::string rights = token_of(timeline, "a3 SETACL", "+rd7").meaning;
  for (const char* words :
       {"added", "`r`: it can be opened", "`d`: the old right", "`7`: a right"}) {
    CAPTURE(words);
    CHECK(rights.find(words) != std::string::npos);
  }
  CHECK(token_of(timeline, "a3 SETACL", "-bob").meaning.find("bob") != std::string::npos);
}

}  // namespace
}  // namespace imapscope::observer
