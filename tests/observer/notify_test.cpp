#include <doctest/doctest.h>

#include "tests/observer/trace_builder.h"

namespace imapscope::observer {
namespace {

TraceBuilder notified(const std::string& events) {
  TraceBuilder builder;
  builder.selected(3).client("a3 NOTIFY " + events);
  return builder;
}

std::string why(const Timeline& timeline, std::string_view part) {
  return explain(timeline, line_of(timeline, part).id).why;
}

TEST_CASE("STATUS answers NOTIFY SET STATUS, and so does LIST with \\NoAccess") {
  const Timeline timeline = notified("SET STATUS (personal (MessageNew MessageExpunge))")
                                .server("* STATUS Sent (MESSAGES 1 UIDNEXT 2 UIDVALIDITY 3)")
                                .server("* LIST (\\NoAccess) \"/\" Closed")
                                .server("* LIST () \"/\" Other")
                                .server("a3 OK done")
                                .timeline();
  CHECK(line_of(timeline, "* STATUS").command == line_of(timeline, "a3 NOTIFY").id);
  CHECK(why(timeline, "* STATUS").find("caused by") != std::string::npos);
  CHECK(why(timeline, "* LIST (\\NoAccess)").find("caused by") != std::string::npos);
  CHECK(why(timeline, "* LIST () ").find("caused by") == std::string::npos);
  CHECK(faults(timeline).empty());
}

TEST_CASE("what comes later is news that NOTIFY asked for") {
  const auto told = [](const std::string& events) {
    return notified(events)
        .server("a3 OK done")
        .server("* STATUS Sent (MESSAGES 2 UIDNEXT 3)")
        .server("* METADATA INBOX /shared/comment")
        .timeline();
  };
  const Timeline on = told("SET (personal (MessageNew MessageExpunge MailboxMetadataChange))");
  CHECK(why(on, "* STATUS").starts_with("NOTIFY asked for it"));
  CHECK(faults(on).empty());
  const Timeline off = told("NONE");
  CHECK_FALSE(why(off, "* STATUS").starts_with("NOTIFY asked for it"));
  CHECK(faults(off).size() == 1);  // METADATA was not enabled
}

TEST_CASE("NOTIFY is explained word by word") {
  const Timeline timeline =
      notified("SET STATUS (selected (MessageNew (UID) MessageExpunge)) (subtree Lists NONE)")
          .server("a3 OK done")
          .timeline();
  const auto meaning = [&](const char* token) { return token_of(timeline, "a3 N", token).meaning; };
  CHECK(meaning("SET").find("whether a command runs or not") != std::string::npos);
  CHECK(meaning("STATUS").find("first") != std::string::npos);
  CHECK(meaning("selected") == "The open mailbox.");
  CHECK(meaning("MessageNew").starts_with("A message comes."));
  CHECK(meaning("MessageExpunge").starts_with("A message goes."));
  CHECK(meaning("subtree").find("however deep") != std::string::npos);
  CHECK(meaning("NONE").starts_with("Nothing"));
}

}  // namespace
}  // namespace imapscope::observer
