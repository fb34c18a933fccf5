// Why a line comes that nobody asked for: what another session did, as far as bytes show it.
#include <doctest/doctest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "sim/disk/disk_files.h"
#include "sim/trace/read.h"
#include "tests/observer/trace_builder.h"

namespace imapscope::explain {
namespace {

// The phone (connection 1) and the laptop (connection 2) have INBOX open, with three messages.
TraceBuilder both_open() {
  TraceBuilder builder;
  builder.selected(3);
  return builder.on(2).opened("laptop").selected(3);
}

// The same, and both know the UIDs 10, 20 and 30, and that no message has a flag.
TraceBuilder both_know() {
  TraceBuilder builder = both_open();
  for (const std::uint32_t connection : {1U, 2U}) {
    builder.on(connection).client("a3 FETCH 1:3 (UID FLAGS)");
    for (int n = 1; n <= 3; ++n) {
      const std::string number = std::to_string(n);
      builder.server("* " + number + " FETCH (UID " + number + "0 FLAGS ())");
    }
    builder.server("a3 OK done");
  }
  return builder;
}

/// Of the last line that begins so.
std::string why_of(const TraceBuilder& builder, std::string_view beginning) {
  const Timeline timeline = builder.timeline();
  std::string why;
  for (const Line& line : timeline.lines()) {
    if (line.bytes.starts_with(beginning)) why = explain(timeline, line.id).why;
  }
  return why;
}

struct Doing {
  const char* command;  ///< of the laptop, tagged b4
  const char* data;     ///< what the server answers it with; empty: nothing
  const char* told;     ///< what the phone is told with its NOOP
  const char* why;
};

void check_why(const TraceBuilder& begun, const Doing& doing) {
  CAPTURE(doing.command);
  TraceBuilder builder = begun;
  builder.on(2).client(doing.command);
  if (*doing.data != '\0') builder.server(doing.data);
  builder.server("b4 OK done").on(1).client("a4 NOOP").server(doing.told).server("a4 OK done");
  CHECK(why_of(builder, doing.told) == doing.why);
}

TEST_CASE("the lists of flags that a new keyword brings come from the command that uses it") {
  TraceBuilder builder = both_open();
  builder.on(1).client("a3 STORE 1 +FLAGS ($Lunch)");
  builder.server("* FLAGS (\\Seen $Lunch)").server("* OK [PERMANENTFLAGS (\\Seen $Lunch)] ok");
  const std::string cause = "caused by `a3 STORE 1 +FLAGS ($Lunch)`, which uses a keyword";
  CHECK(why_of(builder, "* FLAGS (\\Seen $Lunch").find(cause) != std::string::npos);
  CHECK(why_of(builder, "* OK [PERMANENTFLAGS").find(cause) != std::string::npos);
  builder.server("* FLAGS (\\Seen $Other)");
  CHECK(why_of(builder, "* FLAGS (\\Seen $Other").find("caused by") == std::string::npos);
}

TEST_CASE("what another session did to a message is told as owed since its command") {
  const Doing doings[] = {
      {"b4 EXPUNGE", "* 2 EXPUNGE", "* 2 EXPUNGE",
       "Owed since the laptop's `b4 EXPUNGE`; told with `a4 NOOP`"},
      {"b4 UID MOVE 20 Archive", "* 2 EXPUNGE", "* 2 EXPUNGE",
       "Owed since the laptop's `b4 UID MOVE 20 Archive`; told with `a4 NOOP`"},
      {"b4 STORE 2 +FLAGS (\\Flagged)", "* 2 FETCH (FLAGS (\\Flagged))",
       "* 2 FETCH (FLAGS (\\Flagged))",
       "Owed since the laptop's `b4 STORE 2 +FLAGS (\\Flagged)`; told with `a4 NOOP`"},
      {"b4 UID STORE 10:20 FLAGS.SILENT (\\Seen)", "", "* 2 FETCH (FLAGS (\\Seen \\Recent))",
       "Owed since the laptop's `b4 UID STORE 10:20 FLAGS.SILENT (\\Seen)`; told with `a4 NOOP`"},
      {"b4 FETCH 3 BODY[TEXT]", "* 3 FETCH (BODY[TEXT] \"x\" FLAGS (\\Seen))",
       "* 3 FETCH (FLAGS (\\Seen))",
       "Owed since the laptop's `b4 FETCH 3 BODY[TEXT]`; told with `a4 NOOP`"},
  };
  for (const Doing& doing : doings) check_why(both_know(), doing);
}

TEST_CASE("what did not do it is not blamed") {
  const char* along = "Not asked for: the server tells it along with the answer to `a4 NOOP`";
  const Doing doings[] = {
      {"b4 STORE 1 +FLAGS (\\Flagged)", "", "* 2 FETCH (FLAGS (\\Flagged))", along},
      {"b4 STORE 2 +FLAGS (\\Seen)", "", "* 2 FETCH (FLAGS (\\Flagged))", along},
      {"b4 STORE 2 -FLAGS (\\Seen)", "", "* 2 FETCH (FLAGS (\\Flagged))", along},
      {"b4 FETCH 3 BODY.PEEK[TEXT]", "* 3 FETCH (BODY[TEXT] \"x\")", "* 3 FETCH (FLAGS (\\Seen))",
       along},
      {"b4 EXPUNGE", "* 1 EXPUNGE", "* 2 EXPUNGE", along},
  };
  for (const Doing& doing : doings) check_why(both_know(), doing);
}

TEST_CASE("without UIDs, numbers make it a guess") {
  const Doing doings[] = {
      {"b4 EXPUNGE", "* 2 EXPUNGE", "* 2 EXPUNGE",
       "It may be owed since the laptop's `b4 EXPUNGE`; told with `a4 NOOP`"},
      {"b4 STORE 2 +FLAGS (\\Flagged)", "", "* 2 FETCH (FLAGS (\\Flagged))",
       "It may be owed since the laptop's `b4 STORE 2 +FLAGS (\\Flagged)`; told with `a4 NOOP`"},
  };
  for (const Doing& doing : doings) check_why(both_open(), doing);
}

TEST_CASE("one EXPUNGE of many messages is the reason for each of them") {
  TraceBuilder builder = both_know();
  builder.on(2).client("b4 EXPUNGE").server("* 1 EXPUNGE").server("* 1 EXPUNGE");
  builder.server("* 1 EXPUNGE").server("b4 OK done");
  builder.on(1).client("a4 NOOP").server("* 3 EXPUNGE").server("* 2 EXPUNGE");
  const std::string why = "Owed since the laptop's `b4 EXPUNGE`; told with `a4 NOOP`";
  CHECK(why_of(builder, "* 3 EXPUNGE") == why);
  CHECK(why_of(builder, "* 2 EXPUNGE") == why);
}

TEST_CASE("CLOSE may have expunged what was marked") {
  TraceBuilder builder = both_know();
  builder.on(2).client("b4 STORE 2 +FLAGS (\\Deleted)");
  builder.server("* 2 FETCH (FLAGS (\\Deleted))").server("b4 OK done");
  builder.client("b5 CLOSE").server("b5 OK done");
  builder.on(1).client("a4 NOOP").server("* 2 EXPUNGE");
  CHECK(why_of(builder, "* 2 EXPUNGE") ==
        "It may be owed since the laptop's `b5 CLOSE`; told with `a4 NOOP`");
}

TEST_CASE("new messages come from an APPEND, a COPY, or from outside") {
  const Doing doings[] = {
      {"b4 APPEND INBOX {1+}\r\nx", "", "* 4 EXISTS",
       "Owed since the laptop's `b4 APPEND INBOX {1+}`; told with `a4 NOOP`"},
      {"b4 COPY 2:3 INBOX", "", "* 5 EXISTS",
       "Owed since the laptop's `b4 COPY 2:3 INBOX`; told with `a4 NOOP`"},
      {"b4 COPY 2:3 INBOX", "", "* 6 EXISTS",
       "It may be owed since the laptop's `b4 COPY 2:3 INBOX`; told with `a4 NOOP`"},
      {"b4 APPEND Other {1+}\r\nx", "", "* 4 EXISTS",
       "No connection in this trace put it there: new mail arrived, or a client outside the trace "
       "stored it; told with `a4 NOOP`"},
  };
  for (const Doing& doing : doings) check_why(both_know(), doing);
}

TEST_CASE("RECENT comes for the reason of its EXISTS") {
  TraceBuilder builder = both_know();
  builder.on(2).client("b4 APPEND INBOX {1+}\r\nx").server("b4 OK done");
  builder.on(1).client("a4 NOOP").server("* 4 EXISTS").server("* 1 RECENT");
  CHECK(why_of(builder, "* 1 RECENT") ==
        "Owed since the laptop's `b4 APPEND INBOX {1+}`; told with `a4 NOOP`");
}

TEST_CASE("what was told once is not owed again") {
  TraceBuilder builder = both_know();
  builder.on(2).client("b4 APPEND INBOX {1+}\r\nx").server("b4 OK done");
  builder.on(1).client("a4 NOOP").server("* 4 EXISTS").server("a4 OK done");
  builder.client("a5 NOOP").server("* 5 EXISTS");
  CHECK(why_of(builder, "* 5 EXISTS").starts_with("No connection in this trace put it there"));
}

TEST_CASE("a session that idles is told at once") {
  TraceBuilder builder = both_know();
  builder.on(1).client("a4 IDLE").server("+ idling");
  builder.on(2).client("b4 STORE 1 +FLAGS (\\Seen)").server("* 1 FETCH (FLAGS (\\Seen))");
  builder.server("b4 OK done").on(1).server("* 1 FETCH (FLAGS (\\Seen))");
  CHECK(why_of(builder, "* 1 FETCH (FLAGS (\\Seen))") ==
        "Owed since the laptop's `b4 STORE 1 +FLAGS (\\Seen)`; told at once, because `a4 IDLE` "
        "runs");
}

TEST_CASE("a session is told of its own APPEND") {
  TraceBuilder builder = both_know();
  builder.on(1).client("a4 APPEND INBOX {1+}\r\nx").server("* 4 EXISTS").server("a4 OK done");
  CHECK(why_of(builder, "* 4 EXISTS") ==
        "The effect of `a4 APPEND INBOX {1+}` on the open mailbox");
}

// The sentences of a trace's lines that nobody asked for.
std::vector<std::string> unasked(const char* path) {
  const auto trace =
      trace::read_file(disk::DiskFiles(), std::string(IMAPSCOPE_SOURCE_DIR "/traces/") + path);
  REQUIRE(trace);
  const Timeline timeline(*trace);
  std::vector<std::string> all;
  for (const Line& line : timeline.lines()) {
    const std::string why = explain(timeline, line.id).why;
    const bool asked = line.kind != LineKind::untagged || why.starts_with("Untagged data, caused");
    if (!asked) all.push_back(line.bytes.substr(0, line.bytes.find('\r')) + " · " + why);
  }
  return all;
}

TEST_CASE("a capture of two clients on one mailbox shows who did what") {
  const std::vector<std::string> all = unasked("captures/two_clients.pcap");
  const std::vector<std::string> expected{
      "* 3 RECENT · Not asked for: the server tells it along with the answer to `EOEK4 EXPUNGE`",
      "* 2 EXPUNGE · It may be owed since another client's `EOEK4 EXPUNGE`; told at once, because "
      "`P1 IDLE` runs",
      "* 4 EXISTS · The effect of `LLEM4 APPEND INBOX {138}` on the open mailbox",
      "* 1 RECENT · The effect of `LLEM4 APPEND INBOX {138}` on the open mailbox",
      "* 4 EXISTS · Owed since another client's `LLEM4 APPEND INBOX {138}`; told with `EOEK5 NOOP`",
  };
  REQUIRE(all.size() == expected.size());
  for (std::size_t i = 0; i < all.size(); ++i) CHECK(all[i] == expected[i]);
}

TEST_CASE("the lesson of the surprise shows who did what, and what came as mail") {
  const std::string mail =
      "No connection in this trace put it there: new mail arrived, or a client outside the trace "
      "stored it; told with ";
  const std::vector<std::string> all = unasked("examples/surprise.jsonl");
  const std::vector<std::string> expected{
      "* 4 EXISTS · " + mail + "`a3 FETCH 1 ENVELOPE`",
      "* 1 RECENT · " + mail + "`a3 FETCH 1 ENVELOPE`",
      "* 3 FETCH (FLAGS (\\Seen)) · Owed since the phone's `b3 STORE 3 +FLAGS (\\Seen)`; told with "
      "`a3 FETCH 1 ENVELOPE`",
      "* 4 EXISTS · " + mail + "`b4 STORE 1 +FLAGS (\\Flagged)`",
      "* 0 RECENT · " + mail + "`b4 STORE 1 +FLAGS (\\Flagged)`",
      "* 1 FETCH (FLAGS (\\Flagged \\Seen)) · Owed since the phone's `b4 STORE 1 +FLAGS "
      "(\\Flagged)`; told with `a5 NOOP`",
      "* 2 FETCH (FLAGS (\\Answered)) · Owed since the phone's `b5 STORE 2 +FLAGS (\\Answered)`; "
      "told with `a6 NOOP`",
  };
  REQUIRE(all.size() == expected.size());
  for (std::size_t i = 0; i < all.size(); ++i) CHECK(all[i] == expected[i]);
}

}  // namespace
}  // namespace imapscope::explain
