#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/observer/trace_builder.h"

namespace imapscope::observer {
namespace {

using trace::Direction;

TEST_CASE("the greeting decides where a session begins") {
  struct Case {
    std::string greeting;
    State state;
    bool refused;
    bool preauthenticated;
  };
  const std::vector<Case> cases{{"* OK ready", State::not_authenticated, false, false},
                                {"* PREAUTH hello ada", State::authenticated, false, true},
                                {"* BYE too busy", State::logout, true, false}};
  for (const Case& c : cases) {
    const Timeline timeline = TraceBuilder().server(c.greeting).timeline();
    const SessionBelief belief = belief_at_end(timeline);
    CHECK(belief.state == c.state);
    CHECK(belief.refused == c.refused);
    CHECK(belief.preauthenticated == c.preauthenticated);
    CHECK(timeline.lines()[1].kind == LineKind::greeting);
    CHECK(faults(timeline).empty());
  }
}

TEST_CASE("UNAUTHENTICATE leads back to where nobody is known (RFC 8437)") {
  TraceBuilder builder;
  builder.server("* OK [CAPABILITY IMAP4rev1 UNAUTHENTICATE] ready");
  builder.client("a1 LOGIN ada pw").server("a1 OK hello");
  builder.client("a2 SELECT INBOX").server("* 3 EXISTS").server("a2 OK [READ-WRITE] done");
  builder.client("a3 UNAUTHENTICATE").server("a3 OK bye");
  const SessionBelief belief = belief_at_end(builder.timeline());
  CHECK(belief.state == State::not_authenticated);
  CHECK(belief.mailbox == nullptr);
}

TEST_CASE("a SELECT that is refused before login leads nowhere") {
  TraceBuilder builder;
  builder.server("* OK ready").client("a1 SELECT INBOX").server("a1 NO log in first");
  CHECK(belief_at_end(builder.timeline()).state == State::not_authenticated);
  // The server's side, too: a LOGIN is in its place, and no fault.
  builder.client("a2 LOGIN ada pw").server("a2 OK hello");
  CHECK(faults(builder.timeline()) == faults(TraceBuilder()
                                                 .server("* OK ready")
                                                 .client("a1 SELECT INBOX")
                                                 .server("a1 NO log in first")
                                                 .timeline()));
}

TEST_CASE("capabilities are known from data, from a code, and from the greeting") {
  TraceBuilder builder;
  builder.server("* OK [CAPABILITY IMAP4rev1 IDLE] ready");
  CHECK(belief_at_end(builder.timeline()).capabilities ==
        std::vector<std::string>{"IMAP4rev1", "IDLE"});
  builder.client("a1 CAPABILITY").server("* CAPABILITY IMAP4rev1").server("a1 OK done");
  CHECK(belief_at_end(builder.timeline()).capabilities == std::vector<std::string>{"IMAP4rev1"});
}

TEST_CASE("LOGOUT ends with BYE and then its completion") {
  const Timeline timeline = TraceBuilder()
                                .logged_in()
                                .client("a2 LOGOUT")
                                .server("* BYE see you")
                                .server("a2 OK done")
                                .timeline();
  CHECK(faults(timeline).empty());
  CHECK(belief_at_end(timeline).state == State::logout);
  CHECK(line_of(timeline, "* BYE").command == line_of(timeline, "a2 LOGOUT").id);
}

TEST_CASE("what a server must not do around greeting and LOGOUT is its fault") {
  CHECK(only_fault(TraceBuilder().server("* 3 EXISTS").timeline(), "server",
                   "greeting_missing") == false);  // nor may it speak of a mailbox: two faults
  CHECK(faults(TraceBuilder().server("* 3 EXISTS").timeline()).size() == 2);
  CHECK(only_fault(TraceBuilder().logged_in().client("a2 LOGOUT").server("a2 OK done").timeline(),
                   "server", "logout_without_bye"));
  CHECK(only_fault(TraceBuilder()
                       .logged_in()
                       .server("* BYE shutting down")
                       .server("* OK one more thing")
                       .timeline(),
                   "server", "spoke_after_bye"));
}

TEST_CASE("a tag is completed once, and only if it was used") {
  CHECK(only_fault(TraceBuilder().logged_in().server("a1 OK again").timeline(), "server",
                   "completed_twice"));
  CHECK(only_fault(TraceBuilder().logged_in().server("zz OK what").timeline(), "server",
                   "tag_unknown"));
  CHECK(only_fault(TraceBuilder().logged_in().client("a5 NOOP").client("a5 NOOP").timeline(),
                   "client", "tag_in_use"));
}

TEST_CASE("what cannot be read is a fault only where no extension can explain it") {
  TraceBuilder strict;
  strict.server("* OK [CAPABILITY IMAP4rev1] ready").client("a1 FROBNICATE");
  CHECK(only_fault(strict.timeline(), "client", "unknown_command"));
  TraceBuilder unknown;
  unknown.server("* OK ready").client("a1 FROBNICATE");
  CHECK(faults(unknown.timeline()).empty());
  unknown.server("a1 BAD what?");
  CHECK(only_fault(unknown.timeline(), "client", "unknown_command"));
}

TEST_CASE("a server may answer under the tag of what is no command") {
  for (const char* line : {"a1 \"NOOP\"", "a1  NOOP", "a1 {3}"}) {
    CAPTURE(line);
    TraceBuilder builder;
    builder.server("* OK [CAPABILITY IMAP4rev1] ready").client(line).server("a1 BAD what?");
    for (const std::string& fault : faults(builder.timeline())) {
      CHECK(fault.find("server") == std::string::npos);
    }
  }
}

TEST_CASE("commands of extensions are no faults") {
  TraceBuilder builder;
  builder.server("* OK [CAPABILITY IMAP4rev1] ready").client("a1 STARTTLS").server("a1 BAD no");
  CHECK(faults(builder.timeline()).empty());
}

TEST_CASE("a bare line feed is a quirk") {
  const Timeline timeline = TraceBuilder().raw(Direction::to_client, "* OK ready\n").timeline();
  CHECK(faults(timeline).empty());
  CHECK(remarks(timeline).size() == 1);
}

}  // namespace
}  // namespace imapscope::observer
