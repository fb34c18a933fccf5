// Profiles, choices and faults of a lesson's server: read, played, written down again.
#include <doctest/doctest.h>

#include <string_view>

#include "sim/disk/disk_files.h"
#include "sim/lesson/player.h"
#include "sim/lesson/read/read.h"
#include "sim/lesson/write.h"
#include "sim/server/temper/misbehaviour.h"
#include "sim/server/temper/profiles.h"
#include "sim/server/temper/temper.h"
#include "sim/world/history.h"
#include "tests/in_english.h"

namespace imapscope::lesson {
namespace {

/// A lesson whose server has these keys, too.
std::string lesson_with(const std::string& server_keys) {
  return R"({"number": 1, "title": {"en": "T"}, "goal": {"en": "G"}, "level": "responding", )"
         R"("server": {)" +
         server_keys +
         R"(, "users": [{"name": "ada", "password": "pw"}]}, "steps": [)"
         R"({"say": {"title": {"en": "T"}, "text": {"en": "t"}}},)"
         R"({"connect": {"client": "laptop", "greeting": "preauth", "user": "ada"}},)"
         R"({"send": {"client": "laptop", "line": "a1 SELECT INBOX"}},)"
         R"({"send": {"client": "laptop", "line": "a2 NOOP"}},)"
         R"({"expect": {"client": "laptop", "line": "a2 NO later"}}]})";
}

Result<Lesson, ReadError> read_with(const std::string& server_keys) {
  return read(lesson_with(server_keys), "temper.json", {disk::DiskFiles(), "."});
}

std::string fault_of(const std::string& server_keys) {
  const auto lesson = read_with(server_keys);
  return lesson ? "none" : lesson.error().to_string();
}

const std::string all_keys =
    R"("profile": "classic", "choices": ["news=at_once"], "extensions": ["MOVE"], "misbehave": [)"
    R"({"fault": "no", "verb": "noop", "nth": 1, "connection": 1, "text": "later"},)"
    R"({"fault": "delay", "verb": "UID FETCH", "ms": 1500},)"
    R"({"fault": "say", "lines": ["* OK hello", "{tag} OK done"], "verb": "CHECK"},)"
    R"({"fault": "flood", "at_ms": 60000, "by": 7}])";

void check_config(const server::Config& config) {
  REQUIRE(config.profile != nullptr);
  CHECK(config.profile->id == "classic");
  CHECK(config.speaks("MOVE"));
  CHECK_FALSE(config.speaks("ENABLE"));
  CHECK(server::temper_of(config).news == server::News::at_once);
  REQUIRE(config.misbehaviour != nullptr);
  const std::vector<server::Fault>& faults = config.misbehaviour->faults;
  REQUIRE(faults.size() == 4);
  CHECK(faults[0].kind == server::FaultKind::no);
  CHECK(faults[0].verb == "NOOP");
  CHECK(faults[0].nth == 1);
  CHECK(faults[0].connection == 1);
  CHECK(faults[0].text == "later");
  CHECK(faults[1].time == milliseconds(1500));
  CHECK(faults[1].nth == 0);
  CHECK(faults[2].lines == std::vector<std::string>{"* OK hello", "{tag} OK done"});
  CHECK(faults[3].at == milliseconds(60000));
  CHECK(faults[3].by == 7);
}

TEST_CASE("a lesson's server has a profile, choices and faults, and plays so") {
  const auto lesson = read_with(all_keys);
  REQUIRE_MESSAGE(lesson.has_value(), (lesson ? "" : lesson.error().to_string()));
  check_config(lesson->setup.server);
  Player player(*lesson);
  while (player.pass()) {
  }
  std::string said;
  for (const trace::Event& event : player.trace().events) {
    const auto* payload = std::get_if<trace::Payload>(&event.what);
    if (payload != nullptr) said += payload->bytes;
  }
  CHECK(said.find("a2 NO later\r\n") != std::string::npos);
  CHECK(said.find("* PREAUTH [CAPABILITY IMAP4rev1 ") != std::string::npos);
}

TEST_CASE("what a session's server was like is written down with it") {
  const auto lesson = read_with(all_keys);
  REQUIRE(lesson.has_value());
  const auto written = write_skeleton(world::History(lesson->setup), {});
  REQUIRE_MESSAGE(written.has_value(), (written ? "" : in_english(written.error())));
  const auto again = read(*written, "written.json", {disk::DiskFiles(), "."});
  REQUIRE_MESSAGE(again.has_value(), (again ? "" : again.error().to_string()));
  check_config(again->setup.server);
}

TEST_CASE("what is wrong with them is said in one sentence, with its place") {
  struct Row {
    const char* keys;
    const char* says;
  };
  const Row rows[] = {
      {R"("profile": "modren")", "\"modern\""},
      {R"("choices": ["news=soon"])", "\"news=soon\" is no choice"},
      {R"("choices": ["weather=fine"])", "`imapsim profiles` lists them"},
      {R"("misbehave": {})", "list of faults"},
      {R"("misbehave": [{"fault": "boredom"}])", "cannot be"},
      {R"("misbehave": [{"fault": "no", "verb": "NOOP", "at_ms": 5}])", "not both"},
      {R"("misbehave": [{"fault": "cut_line", "at_ms": 5}])", "\"cut_line\" needs a command"},
      {R"("misbehave": [{"fault": "say"}])", "\"say\" needs \"lines\""},
      {R"("misbehave": [{"fault": "delay"}])", "\"delay\" needs \"ms\""},
      {R"("misbehave": [{"fault": "no", "nth": 0}])", "whole number"},
      {R"("misbehave": [{"verb": "NOOP"}])", "needs \"fault\""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.keys);
    const std::string said = fault_of(row.keys);
    CHECK_MESSAGE(said.find(row.says) != std::string::npos, said);
    CHECK(said.starts_with("temper.json:1:"));
  }
}

TEST_CASE("a mailbox whose UIDs do not last is read, and written down again") {
  std::string text = lesson_with(R"("extensions": [])");
  constexpr std::string_view password = R"("pw")";
  text.insert(text.find(password) + password.size(),
              R"(, "mailboxes": [{"name": "INBOX", "keeps_uids": false}])");
  const auto lesson = read(text, "uids.json", {disk::DiskFiles(), "."});
  REQUIRE_MESSAGE(lesson.has_value(), (lesson ? "" : lesson.error().to_string()));
  const auto written = write_skeleton(world::History(lesson->setup), {});
  REQUIRE(written.has_value());
  const auto again = read(*written, "written.json", {disk::DiskFiles(), "."});
  REQUIRE_MESSAGE(again.has_value(), (again ? "" : again.error().to_string()));
  const mail::Account* ada = again->setup.accounts.find("ada");
  CHECK_FALSE(ada->find(MailboxName("INBOX"))->keeps_uids());
}

}  // namespace
}  // namespace imapscope::lesson
