#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/observer/trace_builder.h"

namespace imapscope::observer {
namespace {

using trace::Direction;

TEST_CASE("APPEND does not change the open mailbox; the EXISTS that follows does") {
  TraceBuilder builder;
  builder.selected(3).client("a3 APPEND INBOX {4}").server("+ go").client("Hi\r\n");
  builder.server("* 4 EXISTS").server("a3 OK [APPENDUID 7 50] done");
  const SessionBelief belief = belief_at_end(builder.timeline());
  CHECK(belief.mailbox->exists == 4);
  CHECK_FALSE(belief.mailbox->messages[3].uid.has_value());  // whose it is, is not told
  CHECK(faults(builder.timeline()).empty());
}

TEST_CASE("a literal that is sent without waiting is the client's fault, where it must wait") {
  TraceBuilder hasty;
  hasty.logged_in().raw(Direction::to_server, "a2 APPEND x {2}\r\nHi\r\n");
  CHECK(only_fault(hasty.timeline(), "client", "literal_not_asked_for"));
  TraceBuilder plus;
  plus.logged_in().raw(Direction::to_server, "a2 APPEND x {2+}\r\nHi\r\n");
  CHECK(faults(plus.timeline()).empty());
}

TEST_CASE("a continuation that nobody waits for is the server's fault") {
  CHECK(only_fault(TraceBuilder().logged_in().server("+ go on").timeline(), "server",
                   "continuation_unasked"));
}

TEST_CASE("every part of an APPEND is explained, the message folded") {
  TraceBuilder builder;
  builder.logged_in().raw(Direction::to_server,
                          "a2 APPEND x (\\Seen) \" 1-Jan-2026 10:00:00 +0000\" {60+}\r\n" +
                              std::string(60, 'x') + "\r\n");
  const Timeline timeline = builder.timeline();
  CHECK(token_of(timeline, "a2 APPEND", "\\Seen").term == "flag");
  CHECK(token_of(timeline, "a2 APPEND", "…").term == "message");
  CHECK(token_of(timeline, "a2 APPEND", "{60+}").meaning.find("60 octets") != std::string::npos);
  CHECK(token_of(timeline, "a2 APPEND", "\" 1-Jan-2026 10:00:00 +0000\"").term == "internal date");
}

TEST_CASE("the new message's UID is explained") {
  TraceBuilder builder;
  builder.logged_in().raw(Direction::to_server, "a2 APPEND x {2+}\r\nHi\r\n");
  builder.server("a2 OK [APPENDUID 7 50] done");
  CHECK(token_of(builder.timeline(), "a2 OK", "50").meaning == "UID 50 is the new message.");
}

}  // namespace
}  // namespace imapscope::observer
