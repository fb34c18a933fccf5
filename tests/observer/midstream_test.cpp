// Captures that begin in the middle of a connection, or miss a part of it: what was not seen is
// unknown, until something shows it.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/in_english.h"
#include "tests/observer/trace_builder.h"

namespace imapscope::observer {
namespace {

using trace::Direction;

TraceBuilder midstream() {
  TraceBuilder builder;
  builder.event(Direction::to_server, trace::Gap{});
  builder.event(Direction::to_client, trace::Gap{});
  return builder;
}

TEST_CASE("in the middle of a connection, nothing is known and nobody is blamed") {
  const Timeline timeline = midstream()
                                .server("* OK still here")
                                .client("a7 FETCH 1 FLAGS")
                                .server("a7 BAD no")
                                .client("a8 LIST \"\" *")
                                .server("a8 OK done")
                                .client("a9 SELECT Nope")
                                .server("a9 NO no")
                                .timeline();
  CHECK_FALSE(belief_at_end(timeline).state_known);
  CHECK_FALSE(belief_at_end(timeline).mailbox);
  CHECK(faults(timeline).empty());
  CHECK(remarks(timeline).empty());
}

TEST_CASE("data about messages show that some mailbox is open, and not how large it is") {
  const SessionBelief belief =
      belief_at_end(midstream().server("* 2 FETCH (UID 20 FLAGS ())").timeline());
  CHECK(belief.state_known);
  CHECK(belief.state == State::selected);
  REQUIRE(belief.mailbox);
  CHECK_FALSE(belief.mailbox->exists_known);
  REQUIRE(belief.mailbox->messages.size() == 2);
  CHECK_FALSE(belief.mailbox->messages[0].uid.has_value());
  CHECK(belief.mailbox->messages[1].uid == Uid{20});
}

TEST_CASE("where the size is unknown, a star may be any message from the last known one on") {
  const auto flags_after = [](const char* store) {
    TraceBuilder builder = midstream();
    builder.server("* 2 FETCH (UID 20 FLAGS ())").client(std::string("a1 ") + store);
    const SessionBelief belief = belief_at_end(builder.server("a1 OK done").timeline());
    return belief.mailbox->messages[1].flags;
  };
  CHECK_FALSE(flags_after("STORE * +FLAGS.SILENT (\\Seen)").has_value());
  CHECK_FALSE(flags_after("UID STORE * +FLAGS.SILENT (\\Seen)").has_value());
  CHECK(flags_after("STORE 1:* +FLAGS.SILENT (\\Seen)") == FlagSet{flags::seen});
  CHECK(flags_after("UID STORE 20 +FLAGS.SILENT (\\Seen)") == FlagSet{flags::seen});
}

TEST_CASE("a command that was not seen may have done anything, once it is completed") {
  const TraceBuilder before =
      midstream().client("a1 SELECT INBOX").server("* 3 EXISTS").server("a1 OK [READ-WRITE] done");
  CHECK(belief_at_end(before.timeline()).mailbox->name.is_inbox());
  const Timeline ended = TraceBuilder(before).server("x7 OK done").timeline();
  CHECK_FALSE(belief_at_end(ended).state_known);
  CHECK_FALSE(belief_at_end(ended).mailbox);
  CHECK(belief_at_end(TraceBuilder(before).server("x7 NO no").timeline()).mailbox);

  const Timeline again = TraceBuilder(before)
                             .server("x7 OK done")
                             .client("a2 SELECT Work")
                             .server("* 1 EXISTS")
                             .server("a2 OK done")
                             .timeline();
  CHECK(belief_at_end(again).state == State::selected);
  CHECK(belief_at_end(again).mailbox->name.utf8() == "Work");
  CHECK(belief_at_end(again).mailbox->exists == 1);
  CHECK(faults(again).empty());
}

TEST_CASE(
    "a code that only an opening has shows that a mailbox is open, and nothing of what is in it") {
  const Timeline timeline = midstream()
                                .server("* 4 EXISTS")
                                .server("* OK [UIDNEXT 5] next")
                                .server("a2 OK [READ-ONLY] done")
                                .timeline();
  const SessionBelief belief = belief_at_end(timeline);
  CHECK(belief.state_known);
  CHECK(belief.state == State::selected);
  REQUIRE(belief.mailbox);
  CHECK(belief.mailbox->read_only);
  CHECK_FALSE(belief.mailbox->exists_known);
}

TEST_CASE("the first size that is seen does not say that mail arrived") {
  const Timeline timeline = midstream().server("* 4 EXISTS").server("* 5 EXISTS").timeline();
  CHECK(std::holds_alternative<effect::MailboxFactsKnown>(
      line_of(timeline, "* 4 EXISTS").effects.back()));
  CHECK(std::holds_alternative<effect::Grew>(line_of(timeline, "* 5 EXISTS").effects.back()));
}

TEST_CASE("behind a gap the name of the open mailbox is unknown") {
  TraceBuilder builder;
  builder.selected(3).event(Direction::to_client, trace::Gap{40});
  CHECK_FALSE(belief_at_end(builder.timeline()).mailbox);
  const SessionBelief belief = belief_at_end(builder.server("* 4 EXISTS").timeline());
  REQUIRE(belief.mailbox);
  CHECK(belief.mailbox->name.utf8().empty());
  CHECK_FALSE(belief.mailbox->uid_validity.has_value());
}

TEST_CASE("a completion may have been in the gap: nobody is blamed for not waiting for it") {
  TraceBuilder builder;
  builder.selected(3).client("a3 NOOP").client("a4 IDLE").event(Direction::to_client, trace::Gap{});
  builder.client("a5 FETCH 1 FLAGS").server("* 1 FETCH (FLAGS ())").server("a5 OK done");
  builder.client("a3 FETCH 2 FLAGS").server("a3 OK done");
  CHECK(faults(builder.timeline()).empty());
}

TEST_CASE("behind a gap the older command may be done: data are for the newer one") {
  TraceBuilder builder;
  builder.logged_in().client("b1 LIST \"\" *").client("b2 LSUB \"\" *");
  builder.event(Direction::to_client, trace::Gap{40});
  builder.server("* LIST () \"/\" Tea").server("b1 OK done");
  builder.client("b3 LSUB \"\" %").server("* LSUB () \"/\" Tea").server("b3 OK done");
  const Timeline timeline = builder.timeline();
  CHECK(line_of(timeline, "* LIST").command == line_of(timeline, "b1 LIST").id);
  CHECK(line_of(timeline, "* LSUB").command == line_of(timeline, "b3 LSUB").id);
  CHECK(faults(timeline).empty());
}

TEST_CASE("a gap names whose octets are missing, and behind it nobody is judged") {
  TraceBuilder builder;
  builder.server("* OK ready");
  builder.event(Direction::to_server, trace::Gap{26}).server("a1 OK in");
  builder.event(Direction::to_server, trace::Gap{1}).server("* 3 EXISTS").server("* 0 RECENT");
  builder.server("* FLAGS (\\Seen)").server("a2 OK [READ-WRITE] open");
  builder.server("* 1 FETCH (FLAGS (\\Seen Tea))").server("a3 OK done");
  const Timeline timeline = builder.timeline();
  CHECK(faults(timeline).empty());
  std::vector<std::string> notes;
  for (const Line& line : timeline.lines())
    if (line.kind == LineKind::gap) notes.push_back(in_english(line.note));
  CHECK(notes == std::vector<std::string>{"26 octets from the client are missing",
                                          "1 octet from the client is missing"});
}

TEST_CASE("where FLAGS or the data that were asked for cannot be read, they are not said to lack") {
  TraceBuilder builder;
  builder.server("* OK [CAPABILITY IMAP4rev1] ready").client("a1 LOGIN ada secret");
  builder.server("a1 OK in").client("a2 SELECT INBOX").server("* 3 EXISTS").server("* 0 RECENT");
  builder.server("* FLAGS \\Seen Tea").server("* OK [PERMANENTFLAGS ()] x");
  builder.server("* OK [UIDNEXT 9] x").server("* OK [UIDVALIDITY 9] x").server("a2 OK open");
  builder.client("a3 FETCH 1 FLAGS").server("* 1 FETCH (FLAGS (Tea))").server("a3 OK done");
  builder.client("a4 SEARCH ALL").server("* SEARCH 1 two").server("a4 OK done");
  const Timeline timeline = builder.timeline();
  CHECK(faults(timeline).size() == 2);  // the two lines themselves
  CHECK(remarks(timeline).empty());
  CHECK(line_of(timeline, "* SEARCH").command == line_of(timeline, "a4 SEARCH").id);
}

}  // namespace
}  // namespace imapscope::observer
