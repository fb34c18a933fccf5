// A session made by hand becomes a lesson that can be checked and played, and brings the same
// bytes.
#include "sim/lesson/write.h"

#include <doctest/doctest.h>

#include "sim/disk/disk_files.h"
#include "sim/lesson/check/check.h"
#include "sim/lesson/player.h"
#include "sim/lesson/read/read.h"
#include "sim/observer/timeline.h"
#include "sim/wire/line_text.h"
#include "tests/in_english.h"
#include "tests/lesson/small_lesson.h"

using namespace imapscope;
using namespace imapscope::lesson;

namespace {

const std::string mailboxes = IMAPSCOPE_SOURCE_DIR "/lessons";

world::Setup five_letters() {
  const char* const json = R"({"number": 1, "title": {"en": "T"}, "goal": {"en": "G"},
    "level": "responding", "seed": 7, "network": {"jitter_ms": 9},
    "server": {"name": "mail", "users": [{"name": "ada", "password": "p \"w\\",
      "subscribed": ["INBOX"],
      "mailboxes": [{"name": "INBOX", "mbox": "ada_five.mbox", "uids": [3, 4, 7, 8, 11],
                     "uid_validity": 99, "uid_next": 20, "recent": 2,
                     "flags": [["\\Seen"], [], ["$Work"], [], ["\\Flagged"]],
                     "permanent_flags": ["\\Seen", "\\Deleted", "\\*"]},
                    {"name": "Work/Русский"}]}]},
    "steps": [{"say": {"title": {"en": "T"}, "text": {"en": "t"}}}]})";
  auto lesson = read(json, "five.json", {disk::DiskFiles(), mailboxes});
  REQUIRE_MESSAGE(lesson.has_value(), (lesson ? "" : lesson.error().to_string()));
  return lesson->setup;
}

void act(world::History& history, const world::Action& action) {
  const auto done = history.act(action);
  REQUIRE_MESSAGE(done.has_value(), (done ? "" : in_english(done.error())));
}

/// Every kind of input there is.
world::History session() {
  world::History history(five_letters());
  act(history, world::Connect{"laptop"});
  act(history, world::Connect{"phone", server::Greeting::preauth, "ada"});
  act(history, world::Send{"laptop", R"(a1 LOGIN ada "p \"w\\")"});
  act(history, world::Send{"laptop", "a2 SELECT INBOX"});
  act(history, world::Send{"laptop", "a3 FETCH 1:* (UID FLAGS INTERNALDATE BODY.PEEK[HEADER])"});
  act(history, world::Send{"phone", "b1 SELECT INBOX"});
  act(history, world::Send{"phone", "b2 STORE 2 +FLAGS (\\Deleted)"});
  act(history, world::Deliver{"ada", MailboxName("INBOX"), "Subject: Новое\r\n\r\nHi\r\n"});
  act(history, world::Send{"phone", "b3 EXPUNGE"});
  act(history, world::Send{"laptop", "a4 APPEND INBOX {11}"});
  act(history, world::Send{"laptop", "Hi\r\nthere\r\n"});
  act(history, world::Send{"laptop", ""});
  act(history, world::SetNetwork{"phone", {.latency = milliseconds(300)}});
  act(history, world::Send{"laptop", "a5 NOOP"});
  act(history, world::Send{"laptop", "a6 FETCH 99 FLAGS"});
  act(history, world::Send{"laptop", "a7 WHAT"});
  act(history, world::Send{"phone", "b4 IDLE"});
  act(history, world::Send{"phone", "DONE"});
  act(history, world::Disconnect{"phone", true});
  act(history, world::Send{"laptop", "a8 LOGOUT"});
  return history;
}

std::string written(const world::History& history) {
  auto text = write_skeleton(history, {.number = 901, .title = {{"en", "My \"own\" session"}}});
  REQUIRE_MESSAGE(text.has_value(), (text ? "" : in_english(text.error())));
  return *text;
}

Player played(const std::string& json) {
  auto lesson = read(json, "skeleton.json", {MemoryFiles(), ""});
  REQUIRE_MESSAGE(lesson.has_value(), (lesson ? "" : lesson.error().to_string()));
  return Player(std::move(*lesson));
}

/// The lines that each connection carried, without their times.
std::vector<std::string> lines_of(const trace::Trace& trace) {
  std::vector<std::string> lines;
  const observer::Timeline timeline(trace);
  for (const observer::Line& line : timeline.lines()) {
    if (line.kind == observer::LineKind::note) continue;
    lines.push_back(std::to_string(line.connection.value) + " " + wire::line_text(line.bytes).head);
  }
  return lines;
}

}  // namespace

TEST_CASE("a session saved as a lesson brings the same lines, and all that it expects comes") {
  const world::History history = session();
  const Player player = played(written(history));
  CHECK(lines_of(player.trace()) == lines_of(history.trace()));
  for (const Unmet& unmet : unmet_promises(player)) FAIL_CHECK(in_english(unmet.message));
}

TEST_CASE("a saved session expects the completion of each command") {
  std::size_t expectations = 0;
  const Player player = played(written(session()));
  for (const Instruction& each : player.lesson().script) {
    const auto* expect = std::get_if<Expect>(&each.verb);
    if (expect != nullptr && expect->line.starts_with("b3 OK")) ++expectations;
  }
  CHECK(expectations == 1);
}

TEST_CASE("a lesson written twice is the same lesson") {
  const std::string once = written(session());
  CHECK(once == written(session()));
}

TEST_CASE("commands under way at the same time stay so") {
  world::History history(five_letters());
  act(history, world::Connect{"laptop", server::Greeting::preauth, "ada"});
  act(history, world::Connect{"phone", server::Greeting::preauth, "ada"});
  act(history, world::Send{"phone", "b1 SELECT INBOX"});
  act(history, world::Send{"laptop", "a1 SELECT INBOX"});
  const Instant start = history.now() + milliseconds(5);
  REQUIRE(history.act_at(start, world::Send{"laptop", "a2 STORE 1 +FLAGS (\\Draft)"}));
  REQUIRE(history.act_at(start + milliseconds(2), world::Send{"phone", "b2 FETCH 1 FLAGS"}));
  history.settle();
  const Player player = played(written(history));
  CHECK(lines_of(player.trace()) == lines_of(history.trace()));
}

TEST_CASE("a message that is no UTF-8 text goes into a lesson as base64, and comes out the same") {
  world::Setup setup = five_letters();
  mail::Mailbox& inbox = *setup.accounts.find("ada")->find(MailboxName("INBOX"));
  inbox.append(mail::make_message("Subject: \xff\xfe\r\n\r\nno line end"), {}, {});
  const world::History history(setup);
  const Player player = played(written(history));
  const mail::Account& ada = *player.lesson().setup.accounts.find("ada");
  const auto& entries = ada.find(MailboxName("INBOX"))->entries();
  REQUIRE(entries.size() == inbox.size());
  for (std::size_t i = 0; i < entries.size(); ++i) {
    CHECK(entries[i].message->octets() == inbox.entries()[i].message->octets());
    CHECK(entries[i].internal_date == inbox.entries()[i].internal_date);
  }
}

TEST_CASE("a command that JSON cannot carry is named, and nothing is written") {
  world::History history(five_letters());
  act(history, world::Connect{"laptop"});
  act(history, world::Send{"laptop", "a1 LOGIN \xff x"});
  const auto text = write_skeleton(history, {});
  REQUIRE_FALSE(text.has_value());
  CHECK(in_english(text.error()).find("laptop: a1 LOGIN \\xff x") != std::string::npos);
}
