// Sessions in which extensions change what is lawful: nobody is blamed for what imapscope does not
// speak, and what an extension demands is asked for.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/observer/trace_builder.h"

namespace imapscope::observer {
namespace {

using Strings = std::vector<std::string>;

TraceBuilder greeted(const std::string& capabilities) {
  TraceBuilder builder;
  builder.server("* OK [CAPABILITY " + capabilities + "] ready").client("a1 LOGIN ada secret");
  builder.server("a1 OK [CAPABILITY " + capabilities + "] welcome");
  return builder;
}

TraceBuilder opened(const std::string& capabilities) {
  TraceBuilder builder = greeted(capabilities);
  builder.client("a2 SELECT INBOX").server("* FLAGS (\\Seen \\Deleted)").server("* 9 EXISTS");
  builder.server("* 0 RECENT").server("* OK [PERMANENTFLAGS (\\Seen \\Deleted)] kept");
  builder.server("* OK [UIDVALIDITY 7] valid").server("* OK [UIDNEXT 50] next");
  return builder.server("a2 OK [READ-WRITE] open");
}

/// The ids of what is found in the command, when it is answered so.
Strings findings(const std::string& command, const std::string& answer,
                 const std::string& more = {}) {
  const Timeline timeline = opened("IMAP4rev1 CONDSTORE SEARCHRES LIST-EXTENDED" + more)
                                .client(command)
                                .server(answer)
                                .timeline();
  Strings ids;
  for (const Finding& finding : line_of(timeline, command).findings) ids.emplace_back(finding.id());
  return ids;
}

TEST_CASE("an argument that is known and was announced is lawful, whatever the answer") {
  for (const char* command :
       {"b1 SELECT INBOX (CONDSTORE)", "b1 EXAMINE INBOX (CONDSTORE)", "b1 FETCH 1 (FLAGS MODSEQ)",
        "b1 STORE 1 (UNCHANGEDSINCE 5) FLAGS.SILENT (\\Seen)", "b1 SEARCH RETURN (SAVE) UNSEEN",
        "b1 UID FETCH $ FLAGS", "b1 LIST (SUBSCRIBED) \"\" (a b) RETURN (CHILDREN)"}) {
    for (const char* answer : {"b1 OK done", "b1 NO no", "b1 BAD what?"}) {
      CAPTURE(command);
      CAPTURE(answer);
      CHECK(findings(command, answer) == Strings{});
    }
  }
}

TEST_CASE("an argument that nobody here knows is no fault where the server knows more") {
  for (const char* command : {"b1 LIST \"\" * RETURN (X)", "b1 STATUS INBOX (SIZE)",
                              "b1 SELECT INBOX (CONDSTORE X-AURA)"}) {
    for (const char* answer : {"b1 OK done", "b1 NO no", "b1 BAD what?"}) {
      CAPTURE(command);
      CAPTURE(answer);
      CHECK(findings(command, answer, " X-AURA") == Strings{"command_grammar_perhaps"});
    }
  }
}

TEST_CASE("an argument that the server takes is no fault, though nothing was announced for it") {
  TraceBuilder builder = opened("IMAP4rev1");
  builder.client("b1 FETCH 1 (FLAGS MODSEQ)").server("* 1 FETCH (FLAGS ())").server("b1 OK done");
  CHECK(faults(builder.timeline()).empty());
}

TEST_CASE("no extension excuses what is missing, or a space too many") {
  for (const char* command : {"b1 FETCH 1", "b1  NOOP", "b1 STATUS INBOX"}) {
    CAPTURE(command);
    const Timeline timeline =
        opened("IMAP4rev1 CONDSTORE").client(command).server("b1 BAD what?").timeline();
    CHECK(only_fault(timeline, "client", "command_grammar"));
  }
}

TEST_CASE("QRESYNC has to be enabled before its arguments are used") {
  const std::string announced = "IMAP4rev1 ENABLE CONDSTORE QRESYNC";
  for (const char* command :
       {"b1 SELECT INBOX (QRESYNC (7 20))", "b1 UID FETCH 12 (FLAGS) (CHANGEDSINCE 1 VANISHED)"}) {
    CAPTURE(command);
    CHECK(only_fault(opened(announced).client(command).server("b1 BAD no").timeline(), "client",
                     "not_enabled"));
    TraceBuilder enabled = greeted(announced);
    enabled.client("e1 ENABLE QRESYNC").server("* ENABLED QRESYNC").server("e1 OK done");
    enabled.client(command);
    for (const std::string& fault : faults(enabled.timeline()))
      CHECK(fault == "client: wrong_state");
  }
}

std::string reading(const TraceBuilder& builder, const std::string& command) {
  const Timeline timeline = TraceBuilder(builder).client(command).timeline();
  const Line& line = timeline.lines().back();
  std::string found;
  for (const Finding& finding : line.findings) {
    found += std::string(finding.id()) + " " + std::string(finding.source()) + " " +
             line.bytes.substr(finding.place.offset, finding.place.octets);
  }
  return found;
}

TEST_CASE("what has to be enabled first is asked of the session's own announcement") {
  const std::string append = "b1 APPEND Tea UTF8 (~{3+}\r\nabc)";
  const std::string with_utf8 = "IMAP4rev1 ENABLE LITERAL+ BINARY UTF8=ACCEPT";
  CHECK(reading(greeted(with_utf8), append) == "not_enabled 6855 §3 UTF8");
  TraceBuilder utf8 = greeted(with_utf8);
  utf8.client("e1 ENABLE UTF8=ACCEPT").server("* ENABLED UTF8=ACCEPT").server("e1 OK done");
  CHECK(reading(utf8, append).empty());
  CHECK(reading(greeted(with_utf8).client("e1 ENABLE UTF8=ACCEPT"), append).empty());

  const std::string status = "b1 STATUS Tea (DELETED)";
  CHECK(reading(greeted("IMAP4rev1 IMAP4rev2"), status) == "not_enabled 9051 §A DELETED");
  CHECK(reading(greeted("IMAP4rev2"), status).empty());
  CHECK(reading(greeted("IMAP4rev1 IMAP4rev2 QUOTA QUOTA=RES-MESSAGE"), status).empty());

  // CONDSTORE is on as soon as it is used (RFC 7162 §3.1).
  CHECK(reading(greeted("IMAP4rev1 ENABLE CONDSTORE"), "b1 SELECT Tea (CONDSTORE)").empty());
}

TEST_CASE("a server that takes UTF-8 only wants to hear that the client does, too") {
  const std::string announced = "IMAP4rev1 ENABLE UTF8=ONLY";
  CHECK(reading(greeted(announced), "b1 SELECT Tea") == "utf8_only 6855 §6 SELECT");
  CHECK(reading(greeted(announced), "b1 NOOP").empty());
  TraceBuilder enabled = greeted(announced);
  enabled.client("e1 ENABLE UTF8=ACCEPT").server("* ENABLED UTF8=ACCEPT").server("e1 OK done");
  CHECK(reading(enabled, "b1 SELECT Tea").empty());
}

TEST_CASE("VANISHED goes with UID FETCH and CHANGEDSINCE") {
  TraceBuilder enabled = greeted("IMAP4rev1 ENABLE CONDSTORE QRESYNC");
  enabled.client("e1 ENABLE QRESYNC").server("* ENABLED QRESYNC").server("e1 OK done");
  enabled.client("e2 SELECT Tea").server("* 9 EXISTS").server("e2 OK open");
  const std::string misplaced = "vanished_misplaced 7162 §3.2.6 VANISHED";
  CHECK(reading(enabled, "b1 FETCH 1 (FLAGS) (CHANGEDSINCE 1 VANISHED)") == misplaced);
  CHECK(reading(enabled, "b1 UID FETCH 1 (FLAGS) (VANISHED)") == misplaced);
  CHECK(reading(enabled, "b1 UID FETCH 1 (FLAGS) (CHANGEDSINCE 1 VANISHED)").empty());
}

TEST_CASE("SELECT with QRESYNC is answered by what changed and what is gone") {
  TraceBuilder builder = greeted("IMAP4rev1 ENABLE CONDSTORE QRESYNC");
  builder.client("e1 ENABLE QRESYNC").server("* ENABLED QRESYNC").server("e1 OK done");
  builder.client("b1 SELECT INBOX (QRESYNC (7 20))").server("* 9 EXISTS");
  builder.server("* VANISHED (EARLIER) 41,43:116").server("* 3 FETCH (UID 117 FLAGS (\\Seen))");
  const Timeline timeline = builder.server("* VANISHED 505").timeline();
  const LineId select = line_of(timeline, "b1 SELECT").id;
  CHECK(line_of(timeline, "* VANISHED (EARLIER)").command == select);
  CHECK(line_of(timeline, "* 3 FETCH").command == select);
  CHECK(line_of(timeline, "* VANISHED (EARLIER)").findings.empty());
  const std::string why = explain(timeline, line_of(timeline, "* 3 FETCH").id).why;
  CHECK(why.find("Perhaps") == why.npos);
}

TEST_CASE("NOTIFY with MessageExpunge for the open mailbox lets EXPUNGE come at any time") {
  struct {
    const char* events;
    bool lawful;
  } const rows[] = {
      {"SET (selected (MessageNew (UID) MessageExpunge FlagChange))", true},
      {"SET (SELECTED (MessageNew MessageExpunge))", true},
      {"SET (selected-delayed (MessageNew MessageExpunge))", false},
      {"SET (selected (MessageNew))", false},
      {"NONE", false},
  };
  for (const auto& row : rows) {
    CAPTURE(row.events);
    TraceBuilder builder = opened("IMAP4rev1 NOTIFY");
    builder.client("b1 NOTIFY " + std::string(row.events)).server("b1 OK done");
    const Timeline idle = TraceBuilder(builder).server("* 2 EXPUNGE").timeline();
    CHECK(faults(idle).empty() == row.lawful);
    const Timeline fetching =
        TraceBuilder(builder).client("b2 FETCH 1 FLAGS").server("* 2 EXPUNGE").timeline();
    CHECK(faults(fetching).empty() == row.lawful);
  }
}

TEST_CASE("UNAUTHENTICATE leads back to Not authenticated, for both ends") {
  TraceBuilder builder = opened("IMAP4rev1 UNAUTHENTICATE");
  builder.client("b1 UNAUTHENTICATE").server("b1 OK done");
  CHECK(belief_at_end(builder.timeline()).state == State::not_authenticated);
  CHECK(belief_at_end(builder.timeline()).mailbox == nullptr);
  builder.client("b2 LOGIN bob x").server("b2 OK done");
  CHECK(faults(builder.timeline()).empty());
  CHECK(belief_at_end(builder.timeline()).user == "bob");
  const Timeline after = opened("IMAP4rev1 UNAUTHENTICATE")
                             .client("b1 UNAUTHENTICATE")
                             .server("b1 OK done")
                             .server("* 3 EXISTS")
                             .timeline();
  CHECK(only_fault(after, "server", "no_mailbox_open"));
}

TEST_CASE("behind UNAUTHENTICATE an INBOX is the next user's, with a UIDVALIDITY of its own") {
  const auto remarked = [](TraceBuilder builder) {
    builder.client("c1 STATUS INBOX (UIDVALIDITY)").server("* STATUS INBOX (UIDVALIDITY 9)");
    return remarks(builder.server("c1 OK done").timeline());
  };
  TraceBuilder closed = opened("IMAP4rev1 UNAUTHENTICATE");
  closed.client("b1 CLOSE").server("b1 OK done");
  CHECK(remarked(closed) == Strings{"uidvalidity_changed"});
  TraceBuilder left = opened("IMAP4rev1 UNAUTHENTICATE");
  left.client("b1 UNAUTHENTICATE").server("b1 OK done");
  left.client("b2 LOGIN bob x").server("b2 OK done");
  CHECK(remarked(left).empty());
}

TEST_CASE("a session that enabled IMAP4rev2 is judged by RFC 9051") {
  const auto reopened = [](const std::string& enable, const std::string& list) {
    TraceBuilder builder = greeted("IMAP4rev1 IMAP4rev2 ENABLE");
    builder.client("e1 ENABLE " + enable).server("* ENABLED " + enable).server("e1 OK done");
    builder.client("b1 SELECT INBOX").server("* FLAGS (\\Seen)").server("* 9 EXISTS");
    if (!list.empty()) builder.server(list);
    builder.server("* OK [PERMANENTFLAGS (\\Seen)] kept").server("* OK [UIDVALIDITY 7] valid");
    return builder.server("* OK [UIDNEXT 50] next").server("b1 OK [READ-WRITE] open").timeline();
  };
  const Timeline whole = reopened("IMAP4rev2", "* LIST () \"/\" INBOX");
  CHECK(faults(whole).empty());
  CHECK(line_of(whole, "* LIST").command == line_of(whole, "b1 SELECT").id);
  const Timeline bare = reopened("IMAP4rev2", "");
  CHECK(only_fault(bare, "server", "opened_without_data"));
  CHECK(line_of(bare, "b1 OK").findings[0].source() == "9051 §6.3.2");
}

TEST_CASE("UTF-8 in names is a quirk only where it was not enabled") {
  const auto listed = [](const std::string& enable) {
    TraceBuilder builder = greeted("IMAP4rev1 ENABLE UTF8=ACCEPT");
    if (!enable.empty()) {
      builder.client("e1 ENABLE " + enable).server("* ENABLED " + enable).server("e1 OK done");
    }
    return builder.client("b1 LIST \"\" *").server("* LIST () \"/\" \"caf\xc3\xa9\"").timeline();
  };
  CHECK_FALSE(remarks(listed("")).empty());
  CHECK(remarks(listed("UTF8=ACCEPT")).empty());
}

TEST_CASE("modified UTF-7 that shifts out and in again is a quirk of whoever wrote it") {
  const auto named = [](const std::string& name) {
    return remarks(greeted("IMAP4rev1").client("b1 CREATE \"" + name + "\"").timeline());
  };
  CHECK(named("&BBAEMQ-&BDI-") == Strings{"superfluous_shift"});
  for (const char* lawful : {"&BBAEMQQy-", "a-&-b", "&BBA-&-", "a-&BBA-", "x&BBA- &BDI-"}) {
    CAPTURE(lawful);
    CHECK(named(lawful).empty());
  }
}

TEST_CASE("a SELECT that is refused before login leaves the session where it is") {
  TraceBuilder builder;
  builder.server("* OK [CAPABILITY IMAP4rev1] ready").client("a1 SELECT INBOX");
  builder.server("a1 NO log in first").client("a2 LOGIN ada secret").server("a2 OK in");
  CHECK(only_fault(builder.timeline(), "client", "wrong_state"));
}

TEST_CASE("numbers beyond EXISTS are the client's fault only where it could know better") {
  CHECK(only_fault(opened("IMAP4rev1").client("b1 STORE 3:10 FLAGS ()").timeline(), "client",
                   "number_beyond_exists"));
  for (const char* unlawful : {"b1 SEARCH NOT (SEEN 10)", "b1 UID SEARCH OR UNSEEN 1:10"}) {
    CAPTURE(unlawful);
    CHECK(only_fault(opened("IMAP4rev1").client(unlawful).timeline(), "client",
                     "number_beyond_exists"));
  }
  for (const char* lawful : {"b1 FETCH 9 FLAGS", "b1 FETCH 1:* FLAGS", "b1 UID FETCH 99 FLAGS",
                             "b1 SEARCH 9:*", "b1 SEARCH UID 99"}) {
    CAPTURE(lawful);
    CHECK(faults(opened("IMAP4rev1").client(lawful).timeline()).empty());
  }
  TraceBuilder crossing = opened("IMAP4rev1 IDLE");
  crossing.one_tap().client("b1 IDLE").server("+ idling").server("* 9 EXPUNGE").client("DONE");
  crossing.server("b1 OK done").client("b2 FETCH 9 FLAGS");
  CHECK(faults(crossing.timeline()).empty());
}

TEST_CASE("in an empty mailbox not even * is a number, and a server may answer BAD to it") {
  for (const char* unlawful : {"b1 FETCH * FLAGS", "b1 SEARCH *:*", "b1 COPY 1:* Work"}) {
    CAPTURE(unlawful);
    TraceBuilder builder;
    builder.selected(0).client(unlawful).server("b1 BAD there is no message");
    CHECK(only_fault(builder.timeline(), "client", "number_beyond_exists"));
  }
  for (const char* lawful : {"b1 UID FETCH * FLAGS", "b1 SEARCH UID *", "b1 SEARCH ALL"}) {
    CAPTURE(lawful);
    CHECK(faults(TraceBuilder().selected(0).client(lawful).timeline()).empty());
  }
}

TEST_CASE("a message that came after SELECT may have any UID from UIDNEXT on") {
  TraceBuilder builder = opened("IMAP4rev1");
  builder.client("b1 NOOP").server("* 10 EXISTS").server("b1 OK done").client("b2 FETCH 10 UID");
  builder.server("* 10 FETCH (UID 51)").server("b2 OK done");
  CHECK(faults(builder.timeline()).empty());
  builder.client("b3 FETCH 9 UID").server("* 9 FETCH (UID 50)").server("b3 OK done");
  CHECK(only_fault(builder.timeline(), "server", "uid_beyond_uidnext"));
}

TEST_CASE("what a new SELECT tells first is not held against the mailbox that was open") {
  TraceBuilder builder = opened("IMAP4rev1");
  builder.client("b1 SELECT Tea").server("* OK [UNSEEN 12] first").server("* 12 RECENT");
  builder.server("* 20 EXISTS").server("* FLAGS ()").server("* OK [PERMANENTFLAGS ()] kept");
  builder.server("* OK [UIDVALIDITY 8] valid").server("* OK [UIDNEXT 90] next");
  builder.server("b1 OK [READ-WRITE] open");
  CHECK(faults(builder.timeline()).empty());
}

TEST_CASE("BAD is wondered at only where nothing is wrong with the command") {
  CHECK(remarks(
            opened("IMAP4rev1").client("b1 UID SEARCH UNSEEN").server("b1 BAD what?").timeline()) ==
        Strings{"lawful_command_refused"});
  CHECK(remarks(opened("IMAP4rev1 ESEARCH")
                    .client("b1 SEARCH RETURN (COUNT) ALL")
                    .server("b1 BAD what?")
                    .timeline()) == Strings{"lawful_command_refused"});
  for (const char* command : {"b1 FROBNICATE", "b1 FETCH 1", "b1 LOGIN ada x", "b1 FETCH 99 FLAGS",
                              "b1 GETQUOTAROOT INBOX", "b1 SEARCH RETURN (COUNT) ALL"}) {
    CAPTURE(command);
    CHECK(remarks(opened("IMAP4rev1").client(command).server("b1 BAD what?").timeline()).empty());
  }
}

}  // namespace
}  // namespace imapscope::observer
