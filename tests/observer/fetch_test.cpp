#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/observer/trace_builder.h"

namespace imapscope::observer {
namespace {

Timeline fetched(const std::string& command, const std::string& data) {
  return TraceBuilder()
      .selected(3)
      .client("a3 " + command)
      .server(data)
      .server("a3 OK done")
      .timeline();
}

TEST_CASE("flags, UID, size and subject become known when their FETCH lands") {
  const Timeline timeline = fetched(
      "FETCH 2 (UID FLAGS RFC822.SIZE ENVELOPE)",
      "* 2 FETCH (UID 20 FLAGS (\\Seen) RFC822.SIZE 812 ENVELOPE (NIL \"=?utf-8?q?caf=C3=A9?=\" "
      "NIL NIL NIL NIL NIL NIL NIL NIL))");
  const MessageBelief& message = belief_at_end(timeline).mailbox->messages[1];
  CHECK(message.uid == Uid{20});
  CHECK(message.flags == FlagSet{flags::seen});
  CHECK(message.size == 812U);
  CHECK(message.subject == "café");
  const Line& line = line_of(timeline, "* 2 FETCH");
  REQUIRE(line.effects.size() == 2);
  CHECK(std::get<effect::FlagsChanged>(line.effects[0]).added ==
        std::vector<std::string>{"\\Seen"});
  CHECK(std::holds_alternative<effect::DetailsKnown>(line.effects[1]));
}

TEST_CASE("a subject is read from a header that comes by, folded or not") {
  const Timeline timeline = fetched(
      "FETCH 1 BODY.PEEK[HEADER]",
      "* 1 FETCH (BODY[HEADER] {40}\r\nFrom: a@b\r\nSubject: one\r\n  two\r\nX: y\r\n\r\n)");
  CHECK(belief_at_end(timeline).mailbox->messages[0].subject == "one  two");
}

TEST_CASE("flags that did not change are no effect") {
  TraceBuilder builder;
  builder.selected(1).client("a3 FETCH 1 FLAGS").server("* 1 FETCH (FLAGS (\\Seen))");
  builder.server("a3 OK done").client("a4 NOOP").server("* 1 FETCH (FLAGS (\\Seen))");
  builder.server("* 1 FETCH (FLAGS (\\Flagged))").server("a4 OK done");
  const Timeline timeline = builder.timeline();
  const std::size_t second = line_of(timeline, "a4 NOOP").id.value + 1;
  CHECK(timeline.lines()[second].effects.empty());
  const auto& change = std::get<effect::FlagsChanged>(timeline.lines()[second + 1].effects.at(0));
  CHECK(change.added == std::vector<std::string>{"\\Flagged"});
  CHECK(change.removed == std::vector<std::string>{"\\Seen"});
}

TEST_CASE("a server that reads a body and keeps silent about flags leaves them in doubt") {
  TraceBuilder builder;
  builder.selected(1).client("a3 FETCH 1 FLAGS").server("* 1 FETCH (FLAGS ())").server("a3 OK x");
  builder.client("a4 FETCH 1 BODY[TEXT]").server("* 1 FETCH (BODY[TEXT] {2}\r\nHi)");
  builder.server("a4 OK done");
  CHECK_FALSE(belief_at_end(builder.timeline()).mailbox->messages[0].flags.has_value());
}

TEST_CASE("a message keeps its UID, and UIDs ascend") {
  TraceBuilder builder;
  builder.selected(3).client("a3 FETCH 1:3 UID").server("* 1 FETCH (UID 10)");
  builder.server("* 2 FETCH (UID 20)");
  CHECK(faults(builder.timeline()).empty());
  TraceBuilder changed = builder;
  CHECK(only_fault(changed.server("* 2 FETCH (UID 21)").timeline(), "server", "uid_changed"));
  TraceBuilder falling = builder;
  CHECK(only_fault(falling.server("* 3 FETCH (UID 15)").timeline(), "server", "uid_out_of_order"));
}

TEST_CASE("a number beyond EXISTS is a fault, an unlisted keyword a quirk") {
  CHECK(only_fault(fetched("NOOP", "* 4 FETCH (FLAGS ())"), "server", "fetch_beyond_exists"));
  const Timeline timeline = fetched("FETCH 1 FLAGS", "* 1 FETCH (FLAGS ($Work))");
  CHECK(faults(timeline).empty());
  CHECK(remarks(timeline).size() == 1);
}

TEST_CASE("unsolicited data of another message are told apart from what was asked for") {
  const Timeline timeline = fetched("FETCH 1 ENVELOPE", "* 3 FETCH (FLAGS (\\Seen))");
  CHECK(explain(timeline, line_of(timeline, "* 3 FETCH").id).why ==
        "Not asked for: the server tells it along with the answer to `a3 FETCH 1 ENVELOPE`");
}

TEST_CASE("a number is explained as the client counts, with the UID it knows") {
  TraceBuilder builder;
  builder.selected(3).client("a3 FETCH 2 UID").server("* 2 FETCH (UID 20)").server("a3 OK done");
  builder.client("a4 FETCH 2 FLAGS").server("* 2 FETCH (FLAGS ())");
  const Timeline timeline = builder.timeline();
  CHECK(token_of(timeline, "* 2 FETCH (FLAGS", "2").meaning ==
        "The second message of INBOX as the phone counts them (UID 20). The number holds until an "
        "EXPUNGE reaches this session.");
  CHECK(token_of(timeline, "a4 FETCH", "2").term == "message sequence number");
  const Explanation explanation = explain(timeline, line_of(timeline, "* 2 FETCH (FLAGS").id);
  CHECK(explanation.tokens[explanation.leading].shown == "2");
  CHECK(explanation.rfc == "3501 §7.4.2, 9051 §7.5.2");
  CHECK(explanation.why == "Untagged data, caused by `a4 FETCH 2 FLAGS`");
}

TEST_CASE("what could not be read may read: BINARY leaves the flags in doubt") {
  const Timeline timeline = TraceBuilder()
                                .selected(1)
                                .client("a3 FETCH 1 FLAGS")
                                .server("* 1 FETCH (FLAGS ())")
                                .server("a3 OK done")
                                .client("a4 FETCH 1 (BINARY[1])")
                                .server("* 1 FETCH (BINARY[1] \"abc\")")
                                .server("a4 OK done")
                                .timeline();
  const SessionBelief belief = belief_at_end(timeline);
  CHECK_FALSE(belief.mailbox->messages[0].flags.has_value());
}

}  // namespace
}  // namespace imapscope::observer
