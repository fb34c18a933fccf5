// A session of one's own: inputs, branches, undo, and what it is kept as.
#include "gui/app/new_session.h"

#include <doctest/doctest.h>

#include "sim/lesson/check/check.h"
#include "sim/lesson/read/read.h"
#include "sim/trace/read.h"
#include "tests/gui/whole_window.h"
#include "tests/in_english.h"

using namespace imapscope;
using namespace imapscope::gui;

namespace {

const std::string five = IMAPSCOPE_SOURCE_DIR "/lessons/mailboxes/ada_five.mbox";

std::unique_ptr<Document> session(const NewSession& wish = {.clients = 2, .mailbox = five}) {
  auto document = new_session(disk::DiskFiles(), wish);
  REQUIRE_MESSAGE(document.has_value(), (document ? "" : in_english(document.error())));
  return std::move(*document);
}

trace::ConnectionId connection_of(WholeWindow& window, const std::string& client) {
  for (const Lane& lane : window.scene().lanes) {
    if (lane.name == client) return lane.connection;
  }
  FAIL("there is no lane " << client);
  return {};
}

void send(WholeWindow& window, const std::string& client, const std::string& line) {
  window.obey({JumpToEnd{}, SendConsole{connection_of(window, client), line}});
  window.play_out();
}

/// Both clients have INBOX open.
void open_inbox(WholeWindow& window) {
  for (const char* client : {"laptop", "phone"}) {
    send(window, client, "a1 LOGIN ada lovelace");
    send(window, client, "a2 SELECT INBOX");
  }
}

std::string last_line(const WholeWindow& window) {
  const auto lines = window.state.document->current().timeline.lines();
  REQUIRE(!lines.empty());
  return lines.back().bytes;
}

}  // namespace

TEST_CASE("a new session has the clients asked for, connected and greeted") {
  for (const std::size_t clients : {1U, 2U, 3U, 4U}) {
    WholeWindow window(session({.clients = clients, .mailbox = five}));
    window.obey({JumpToEnd{}});
    CHECK(window.scene().lanes.size() == clients);
    CHECK(last_line(window).starts_with("* OK"));
  }
}

TEST_CASE("a greeting can be PREAUTH, or BYE") {
  WholeWindow known(session({.clients = 1, .mailbox = five, .greeting = SessionGreeting::preauth}));
  CHECK(last_line(known).starts_with("* PREAUTH"));
  WholeWindow refused(session({.clients = 1, .mailbox = "", .greeting = SessionGreeting::bye}));
  const auto lines = refused.state.document->current().timeline.lines();
  CHECK(std::any_of(lines.begin(), lines.end(),
                    [](const auto& line) { return line.bytes.starts_with("* BYE"); }));
}

TEST_CASE("a mailbox that cannot be read is named, and what was open stays") {
  WholeWindow window(session());
  const std::size_t lines = window.lines();
  window.obey({NewSession{.clients = 1, .mailbox = "nowhere.mbox"}});
  CHECK(in_english(window.state.message).find("nowhere.mbox") != std::string::npos);
  CHECK(window.lines() == lines);
}

TEST_CASE(
    "mail that arrives is owed to who has the mailbox open, and comes with the next command") {
  WholeWindow window(session());
  open_inbox(window);
  window.obey({MailArrives{}});
  window.play_out();
  const Scene scene = window.scene();
  REQUIRE(scene.xray.has_value());
  CHECK(std::find(scene.xray->owed.begin(), scene.xray->owed.end(), "* 6 EXISTS") !=
        scene.xray->owed.end());
  CHECK(scene.input_marks.back().what == "mail arrives");
  CHECK((scene.input_marks.back().kind == InputMark::Kind::mail));
  const std::string name = "timeline.input." + std::to_string(scene.input_marks.size());
  CHECK(window.backend.items().find(name).has_value());
  send(window, "laptop", "a3 NOOP");
  CHECK(window.scene().xray->owed.empty());
}

TEST_CASE("each letter that arrives is another one") {
  WholeWindow window(session());
  window.obey({MailArrives{}, MailArrives{}});
  const auto& inputs = window.state.document->history()->inputs();
  const auto& first = std::get<world::Deliver>(inputs[inputs.size() - 2].action);
  const auto& second = std::get<world::Deliver>(inputs.back().action);
  CHECK(first.message != second.message);
}

TEST_CASE("a client that was cut off connects again, in its own lane") {
  WholeWindow window(session());
  window.obey({JumpToEnd{}});
  CHECK(window.scene().session->connects == "tablet");
  window.obey({CutLine{"phone"}});
  window.play_out();
  CHECK(window.scene().session->connects == "phone");
  window.obey({ClientConnects{}});
  window.play_out();
  CHECK(window.scene().lanes.size() == 2);
  CHECK(last_line(window).starts_with("* OK"));
}

TEST_CASE("undo takes back one input at a time, but not the beginning") {
  WholeWindow window(session());
  window.obey({JumpToEnd{}});
  const std::size_t at_first = window.lines();
  CHECK_FALSE(window.scene().session->can_undo);
  send(window, "laptop", "a1 LOGIN ada lovelace");
  const std::size_t logged_in = window.lines();
  send(window, "laptop", "a2 SELECT INBOX");
  CHECK(window.scene().session->last_input == "a2 SELECT INBOX");
  window.obey({UndoInput{}});
  CHECK(window.lines() == logged_in);
  window.obey({UndoInput{}, UndoInput{}, UndoInput{}});
  CHECK(window.lines() == at_first);
}

TEST_CASE("reset leads back to the beginning; in a branch, to where it left") {
  WholeWindow window(session());
  window.obey({JumpToEnd{}});
  const std::size_t at_first = window.lines();
  open_inbox(window);
  const std::size_t opened = window.lines();
  window.obey({ResetSession{}});
  CHECK(window.lines() == at_first);
  open_inbox(window);
  window.obey({StepBack{}, StepBack{}});
  const std::size_t moments = window.scene().head.moments;
  window.obey({SendConsole{connection_of(window, "phone"), "a3 NOOP"}});
  window.play_out();
  CHECK(window.state.document->recordings().size() == 2);
  window.obey({ResetSession{}});
  CHECK(window.state.document->current().timeline.moments().size() >= moments);
  CHECK(window.lines() <= opened);
  CHECK_FALSE(window.scene().session->can_undo);
}

TEST_CASE("typing into the past makes a branch, and both futures stay") {
  WholeWindow window(session());
  open_inbox(window);
  const std::size_t lines = window.lines();
  window.obey({JumpToStart{}, StepForward{StepBy::exchange}, StepForward{StepBy::exchange}});
  window.obey({SendConsole{connection_of(window, "laptop"), "a1 CAPABILITY"}});
  CHECK(window.state.document->recordings().size() == 2);
  window.obey({ChooseBranch{0}});
  CHECK(window.lines() == lines);
}

TEST_CASE("the network is an input, and a slider moved twice makes one") {
  WholeWindow window(session());
  window.obey({JumpToEnd{}, SetNetwork{.latency_ms = 120, .jitter_ms = 0}});
  const std::size_t inputs = window.state.document->history()->inputs().size();
  window.obey({SetNetwork{.latency_ms = 200, .jitter_ms = 40}});
  CHECK(window.state.document->history()->inputs().size() == inputs);
  CHECK(window.scene().session->latency_ms == 200);
  CHECK(window.scene().session->jitter_ms == 40);
  send(window, "laptop", "a1 NOOP");
  const auto& line = window.state.document->current().timeline.lines().back();
  REQUIRE(line.landed.has_value());
  CHECK((*line.landed - line.sent).us >= 200000);
}

TEST_CASE("a session that was made, forked and saved as a lesson can be checked and played") {
  WholeWindow window(session());
  open_inbox(window);
  window.obey({MailArrives{}});
  send(window, "laptop", "a3 FETCH 1:* (UID FLAGS)");
  window.obey({StepBack{StepBy::exchange}});
  send(window, "phone", "a3 STORE 1 +FLAGS (\\Flagged)");
  send(window, "laptop", "a4 NOOP");
  window.obey({SaveSession{SaveAs::lesson}});
  REQUIRE(window.state.saves.size() == 1);
  const Save& save = window.state.saves.front();
  CHECK(save.name == "session.json");
  MemoryFiles files;
  files[save.name] = save.octets;
  const auto report = lesson::check_file(files, save.name);
  CHECK_MESSAGE(report.has_value(), (report ? "" : report.error().to_string()));
  const auto opened = open_document(files, save.name);
  REQUIRE_MESSAGE(opened.has_value(), (opened ? "" : in_english(opened.error())));
  CHECK((*opened)->current().timeline.lines().size() == window.lines());
}

TEST_CASE("a session saved as a trace opens as one, line for line") {
  WholeWindow window(session());
  open_inbox(window);
  window.obey({SaveSession{SaveAs::trace}});
  REQUIRE(window.state.saves.size() == 1);
  const auto trace = trace::read(window.state.saves.front().octets, "session.jsonl");
  REQUIRE(trace.has_value());
  CHECK(observer::Timeline(*trace).lines().size() == window.lines());
}
