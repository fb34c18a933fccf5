#include <doctest/doctest.h>

#include "tests/observer/trace_builder.h"

namespace imapscope::observer {
namespace {

TraceBuilder asking(const std::string& command) {
  TraceBuilder builder;
  builder.selected(3).client(command);
  return builder;
}

TEST_CASE("QUOTAROOT and QUOTA answer GETQUOTAROOT, and QUOTA answers GETQUOTA and SETQUOTA") {
  const Timeline roots = asking("a3 GETQUOTAROOT INBOX")
                             .server("* QUOTAROOT INBOX #user/ada")
                             .server("* QUOTA #user/ada (STORAGE 2 64)")
                             .server("a3 OK done")
                             .timeline();
  for (const char* answer : {"* QUOTAROOT", "* QUOTA #user"}) {
    CHECK(line_of(roots, answer).command == line_of(roots, "a3 GET").id);
  }
  for (const char* command : {"a3 GETQUOTA #user/ada", "a3 SETQUOTA #user/ada (STORAGE 64)"}) {
    const Timeline quota =
        asking(command).server("* QUOTA #user/ada (STORAGE 2 64)").server("a3 OK done").timeline();
    CHECK(line_of(quota, "* QUOTA").command == line_of(quota, command).id);
    CHECK(faults(quota).empty());
    CHECK(remarks(quota).empty());
  }
}

TEST_CASE("another root's QUOTA is not what GETQUOTA asked for, and its own may not be missing") {
  const Timeline other = asking("a3 GETQUOTA #user/ada")
                             .server("* QUOTA #user/bob (STORAGE 2 64)")
                             .server("a3 OK done")
                             .timeline();
  CHECK(remarks(other).size() == 1);
}

TEST_CASE("BAD to a command of an extension that was not announced is no wonder") {
  CHECK(remarks(asking("a3 GETQUOTAROOT INBOX").server("a3 BAD what?").timeline()).empty());
}

TEST_CASE("each resource and its two numbers are explained by their place") {
  const Timeline timeline = asking("a3 GETQUOTA \"\"")
                                .server("* QUOTA \"\" (STORAGE 10 512 BEANS 1 2)")
                                .server("a3 OK done")
                                .timeline();
  CHECK(token_of(timeline, "* QUOTA", "10").meaning == "So many KiB are taken.");
  CHECK(token_of(timeline, "* QUOTA", "512").meaning == "So many KiB may be taken.");
  CHECK(token_of(timeline, "* QUOTA", "BEANS").meaning.find("does not know") != std::string::npos);
}

}  // namespace
}  // namespace imapscope::observer
