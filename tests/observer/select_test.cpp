#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/observer/trace_builder.h"

namespace imapscope::observer {
namespace {

using trace::Direction;

TEST_CASE("opening a mailbox tells its size, flags and numbers") {
  const SessionBelief belief = belief_at_end(TraceBuilder().selected(18).timeline());
  CHECK(belief.state == State::selected);
  REQUIRE(belief.mailbox);
  CHECK(belief.mailbox->name.is_inbox());
  CHECK(belief.mailbox->exists_known);
  CHECK(belief.mailbox->exists == 18);
  CHECK(belief.mailbox->messages.size() == 18);
  CHECK(belief.mailbox->recent == 0);
  CHECK(belief.mailbox->uid_next == Uid{51});
  CHECK(belief.mailbox->uid_validity == UidValidity{7});
  CHECK(belief.mailbox->permanent_flags->may_create_new);
  CHECK_FALSE(belief.mailbox->read_only);
  CHECK_FALSE(belief.mailbox->first_unseen.has_value());
}

TEST_CASE("data of a mailbox that is being opened are shown before it is open") {
  const SessionBelief belief = belief_at_end(
      TraceBuilder().logged_in().client("a2 EXAMINE x").server("* 4 EXISTS").timeline());
  CHECK(belief.state == State::authenticated);
  REQUIRE(belief.mailbox);
  CHECK(belief.mailbox->opening);
  CHECK(belief.mailbox->read_only);
  CHECK(belief.mailbox->exists == 4);
}

TEST_CASE("a failed SELECT leaves the old mailbox; one that was not understood does not") {
  const auto after = [](const std::string& completion) {
    return belief_at_end(
        TraceBuilder().selected().client("a3 SELECT Nope").server(completion).timeline());
  };
  CHECK(after("a3 NO there is none").state == State::authenticated);
  CHECK(after("a3 NO there is none").mailbox == nullptr);
  CHECK(after("a3 BAD what").state == State::selected);
  CHECK(after("a3 BAD what").mailbox->name.is_inbox());
}

TEST_CASE("CLOSE and UNSELECT leave the mailbox") {
  for (const std::string verb : {"CLOSE", "UNSELECT"}) {
    const SessionBelief belief = belief_at_end(
        TraceBuilder().selected().client("a3 " + verb).server("a3 OK done").timeline());
    CHECK(belief.state == State::authenticated);
    CHECK(belief.mailbox == nullptr);
  }
}

TEST_CASE("required data that are missing are a fault, those the standard allows to miss a quirk") {
  TraceBuilder builder;
  builder.logged_in().client("a2 SELECT INBOX").server("* 1 EXISTS").server("* FLAGS ()");
  builder.server("* OK [UIDVALIDITY 1] stable").server("a2 OK [READ-WRITE] done");
  CHECK(only_fault(builder.timeline(), "server", "opened_without_data"));
  CHECK(remarks(builder.timeline()) ==
        std::vector<std::string>{"opened_without_code", "opened_without_code"});
}

TEST_CASE("EXISTS may grow and never shrink") {
  TraceBuilder builder;
  builder.selected(3).client("a3 NOOP").server("* 5 EXISTS").server("a3 OK done");
  const Timeline grown = builder.timeline();
  CHECK(faults(grown).empty());
  const Line& exists = line_of(grown, "* 5 EXISTS");
  REQUIRE(exists.effects.size() == 1);
  CHECK(std::get<effect::Grew>(exists.effects[0]).first == SeqNum{4});
  CHECK(std::get<effect::Grew>(exists.effects[0]).last == SeqNum{5});
  CHECK_FALSE(belief_at_end(grown).mailbox->uid_next.has_value());  // the new ones took UIDs
  builder.client("a4 NOOP").server("* 2 EXISTS");
  CHECK(only_fault(builder.timeline(), "server", "exists_fell"));
}

TEST_CASE("data about messages need an open mailbox") {
  CHECK(only_fault(TraceBuilder().logged_in().server("* 3 EXISTS").timeline(), "server",
                   "no_mailbox_open"));
}

TEST_CASE("a claim of four thousand million messages is believed, not stored") {
  TraceBuilder builder;
  builder.selected(3).client("a3 NOOP").server("* 4294967295 EXISTS");
  const SessionBelief belief = belief_at_end(builder.timeline());
  CHECK(belief.mailbox->exists == 4294967295U);
  CHECK(belief.mailbox->messages.size() == 1U << 20U);
}

TEST_CASE("a capture that begins mid-stream shows its state by what succeeds in it") {
  trace::Trace trace;
  TraceBuilder builder;
  builder.event(Direction::to_server, trace::Gap{}).event(Direction::to_client, trace::Gap{});
  CHECK_FALSE(belief_at_end(builder.timeline()).state_known);
  builder.client("7 FETCH 1 FLAGS").server("* 1 FETCH (FLAGS ())").server("7 OK done");
  const SessionBelief belief = belief_at_end(builder.timeline());
  CHECK(belief.state_known);
  CHECK(belief.state == State::selected);
  REQUIRE(belief.mailbox);
  CHECK_FALSE(belief.mailbox->exists_known);
  CHECK(faults(builder.timeline()).empty());
}

TEST_CASE("a SELECT that fails leaves the selected state, and changes no other") {
  CHECK(
      belief_at_end(TraceBuilder().selected().client("a3 SELECT No").server("a3 NO no").timeline())
          .state == State::authenticated);
  CHECK(belief_at_end(
            TraceBuilder().server("* OK hi").client("a1 SELECT x").server("a1 NO login").timeline())
            .state == State::not_authenticated);
}

TEST_CASE("nothing leads back from logout") {
  const Timeline timeline = TraceBuilder()
                                .selected()
                                .client("a3 SELECT Work")
                                .client("a4 EXAMINE Work")
                                .server("* BYE going down")
                                .server("* 4 EXISTS")
                                .server("a3 NO no")
                                .server("a4 OK [READ-ONLY] done")
                                .timeline();
  const SessionBelief belief = belief_at_end(timeline);
  CHECK(belief.state == State::logout);
  CHECK_FALSE(belief.mailbox);
}

TEST_CASE("a SELECT with parameters of an extension opens its mailbox") {
  for (const char* words :
       {"SELECT Work (CONDSTORE)", "SELECT Work (QRESYNC (7 20 41,43:211 (1 2)))",
        "EXAMINE \"Work\" (CONDSTORE)"}) {
    const Timeline timeline = TraceBuilder()
                                  .logged_in()
                                  .client("a2 " + std::string(words))
                                  .server("* 2 EXISTS")
                                  .server("a2 OK done")
                                  .client("a3 FETCH 1:2 (FLAGS) (CHANGEDSINCE 5)")
                                  .server("* 2 FETCH (FLAGS (\\Seen) MODSEQ (8))")
                                  .server("a3 OK done")
                                  .timeline();
    const SessionBelief belief = belief_at_end(timeline);
    CHECK(belief.state == State::selected);
    REQUIRE(belief.mailbox);
    CHECK(belief.mailbox->name.utf8() == "Work");
    CHECK(belief.mailbox->messages[1].flags == FlagSet{flags::seen});
    CHECK(line_of(timeline, "* 2 FETCH").command == line_of(timeline, "a3 FETCH").id);
  }
}

TEST_CASE("between two mailboxes, numbers may be those of the old one, until CLOSED parts them") {
  const auto opening = [](bool closed) {
    TraceBuilder builder;
    builder.selected(3).client("a3 SELECT Work").server("* 4 EXISTS");  // of INBOX: it crossed a3
    if (closed) builder.server("* OK [CLOSED] INBOX is left").server("* 4 EXISTS");
    builder.server("* 1 FETCH (FLAGS (\\Seen))");
    return belief_at_end(builder.server("* 5 EXISTS").server("a3 OK done").timeline());
  };
  CHECK_FALSE(opening(false).mailbox->messages[0].flags.has_value());
  CHECK(opening(true).mailbox->messages[0].flags == FlagSet{flags::seen});
}

TEST_CASE("another UIDVALIDITY voids what was known of the messages") {
  const Timeline timeline = TraceBuilder()
                                .selected(1)
                                .client("a3 FETCH 1 UID")
                                .server("* 1 FETCH (UID 4)")
                                .server("a3 OK done")
                                .client("a4 NOOP")
                                .server("* OK [UIDVALIDITY 8] renumbered")
                                .server("* 1 EXISTS")
                                .server("a4 OK done")
                                .timeline();
  const SessionBelief belief = belief_at_end(timeline);
  CHECK(belief.mailbox->uid_validity == UidValidity{8});
  CHECK_FALSE(belief.mailbox->messages[0].uid.has_value());
}

TEST_CASE("a mailbox name with a space in it needs quotes") {
  for (const char* verb : {"SELECT", "EXAMINE", "CREATE", "DELETE", "SUBSCRIBE"}) {
    CAPTURE(verb);
    const Timeline timeline = TraceBuilder()
                                  .logged_in()
                                  .client("a2 " + std::string(verb) + " Old Letters")
                                  .server("a2 BAD what?")
                                  .timeline();
    CHECK(only_fault(timeline, "client", "mailbox_needs_quotes"));
  }
}

}  // namespace
}  // namespace imapscope::observer
