// The lessons that come with imapscope: each keeps its promises and leaks nothing.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>

#include "sim/disk/disk_files.h"
#include "sim/lesson/check/check.h"
#include "sim/lesson/player.h"
#include "sim/observer/timeline.h"
#include "sim/trace/jsonl.h"

using namespace imapscope;
using namespace imapscope::lesson;

namespace {

std::vector<std::filesystem::path> shipped() {
  std::vector<std::filesystem::path> lessons;
  for (const auto& entry : std::filesystem::directory_iterator(IMAPSCOPE_SOURCE_DIR "/lessons")) {
    const bool is_lesson =
        entry.path().extension() == ".json" && entry.path().filename() != "schema.json";
    if (is_lesson) lessons.push_back(entry.path());
  }
  std::sort(lessons.begin(), lessons.end());
  REQUIRE(lessons.size() >= 6);
  return lessons;
}

Lesson lesson_in(const std::filesystem::path& path) {
  auto lesson = read_file(disk::DiskFiles(), path.string());
  REQUIRE_MESSAGE(lesson.has_value(), (lesson ? "" : lesson.error().to_string()));
  return *lesson;
}

/// Of a question or a task.
std::size_t events_of(const Step& step) {
  return step.task ? step.task->events : step.asked_events;
}
Instant beginning_of(const Step& step) {
  return step.task ? step.task->begins : *step.asked_at;
}

}  // namespace

TEST_CASE("every shipped lesson keeps its promises") {
  for (const auto& path : shipped()) {
    const auto report = check_file(disk::DiskFiles(), path.string());
    CHECK_MESSAGE(report.has_value(), (report ? "" : report.error().to_string()));
  }
}

TEST_CASE("every shipped lesson speaks Russian to its last word") {
  for (const auto& path : shipped()) {
    INFO(path.filename().string());
    const auto report = check_file(disk::DiskFiles(), path.string());
    REQUIRE(report.has_value());
    CHECK(report->half_translated.empty());
    CHECK(lesson_in(path).title.contains("ru"));
  }
}

TEST_CASE("every shipped lesson asks, and fits ten minutes") {
  for (const auto& path : shipped()) {
    INFO(path.filename().string());
    const Lesson lesson = lesson_in(path);
    CHECK(lesson.minutes <= 10);
    CHECK_FALSE(lesson.commands.empty());
    const auto steps = Player(lesson).step_count();
    CHECK(steps >= 6);
    CHECK(steps <= 12);
    const auto asks =
        std::any_of(lesson.script.begin(), lesson.script.end(),
                    [](const Instruction& each) { return std::holds_alternative<Ask>(each.verb); });
    CHECK(asks);
    CHECK(path.filename().string().starts_with(
        std::string(3 - std::to_string(lesson.number).size(), '0') +
        std::to_string(lesson.number)));
  }
}

TEST_CASE("a shipped lesson's export holds nothing beyond an open question or task") {
  for (const auto& path : shipped()) {
    INFO(path.filename().string());
    Player player(lesson_in(path));
    std::string shown;
    do {
      const Step step = player.steps().back();
      const bool open = player.question() != nullptr || player.task() != nullptr;
      if (open) CHECK(player.trace().events.size() == events_of(step));
      if (open) CHECK(player.now() == beginning_of(step));
      CHECK(player.world_at(Instant{player.now().us * 1000}).now() == player.now());
      const std::string before = trace::print_jsonl(player.trace());
      CHECK(before.starts_with(shown));
      shown = before;
    } while (player.pass());
    CHECK(trace::print_jsonl(player.trace()).starts_with(shown));
    CHECK(player.finished());
  }
}

TEST_CASE("nothing that the server of a shipped lesson does breaks a rule") {
  for (const auto& path : shipped()) {
    Player player(lesson_in(path));
    while (player.pass()) {
    }
    const observer::Timeline timeline(player.trace());
    for (const observer::Line& line : timeline.lines()) {
      for (const observer::Finding& each : line.findings) {
        INFO(path.filename().string(), ": ", line.bytes, each.id());
        CHECK_FALSE((each.is_violation() && each.rule->whose == observer::Fault::server));
      }
    }
  }
}

TEST_CASE("every moment of a shipped lesson can be reached again") {
  for (const auto& path : shipped()) {
    INFO(path.filename().string());
    Player player(lesson_in(path));
    while (player.pass()) {
    }
    const std::vector<trace::Event>& events = player.trace().events;
    for (std::size_t i = 0; i < events.size(); i += 3) {
      const auto now = player.world_at(events[i].sent).trace().events;
      CHECK(now.size() > i);
      CHECK(std::equal(now.begin(), now.end(), events.begin()));
    }
  }
}

TEST_CASE("four shipped lessons have tasks, with hints and near misses") {
  std::size_t lessons = 0;
  for (const auto& path : shipped()) {
    INFO(path.filename().string());
    bool has_task = false;
    for (const Instruction& each : lesson_in(path).script) {
      const auto* task = std::get_if<Task>(&each.verb);
      if (task == nullptr) continue;
      has_task = true;
      CHECK(task->hints.size() >= 2);
      CHECK(task->hints.size() <= 3);
      CHECK_FALSE(task->near_misses.empty());
    }
    if (has_task) ++lessons;
  }
  CHECK(lessons >= 4);
}
