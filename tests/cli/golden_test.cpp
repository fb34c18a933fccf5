// Each lesson has a golden transcript, in tests/lesson/golden; UPDATE_GOLDEN=1 rewrites them.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "sim/cli/transcript.h"
#include "sim/disk/disk_files.h"
#include "sim/lesson/player.h"
#include "sim/lesson/read/read.h"
#include "sim/trace/jsonl.h"

using namespace imapscope;
namespace fs = std::filesystem;

namespace {

const fs::path root = IMAPSCOPE_SOURCE_DIR;

std::string content_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream content;
  content << file.rdbuf();
  return content.str();
}

lesson::Player player_of(const fs::path& path) {
  auto lesson = lesson::read_file(disk::DiskFiles(), path.string());
  REQUIRE_MESSAGE(lesson.has_value(), (lesson ? "" : lesson.error().to_string()));
  return lesson::Player(std::move(*lesson));
}

std::string played(const fs::path& path) {
  lesson::Player player = player_of(path);
  while (player.pass()) {
  }
  return cli::transcript(player, words::Words("en"), cli::Style());
}

/// Takes out what begins with ESC and ends with `m`.
std::string without_colours(std::string text) {
  for (std::size_t at = text.find('\x1b'); at != std::string::npos; at = text.find('\x1b', at)) {
    text.erase(at, text.find('m', at) - at + 1);
  }
  return text;
}

}  // namespace

TEST_CASE("every lesson plays as its golden transcript says") {
  std::size_t lessons = 0;
  for (const auto& entry : fs::directory_iterator(root / "lessons")) {
    const fs::path& path = entry.path();
    if (path.extension() != ".json" || path.filename() == "schema.json") continue;
    ++lessons;
    const std::string text = played(path);
    const fs::path name = path.filename().replace_extension(".txt");
    const fs::path golden = root / "tests/lesson/golden" / name;
    if (std::getenv("UPDATE_GOLDEN") != nullptr) std::ofstream(golden, std::ios::binary) << text;
    INFO(golden.string(), " differs; UPDATE_GOLDEN=1 rewrites it");
    CHECK(content_of(golden) == text);
  }
  CHECK(lessons >= 6);
}

TEST_CASE("the example of a trace is the lesson that it says it is") {
  lesson::Player player = player_of(root / "lessons/014_surprise.json");
  while (player.pass()) {
  }
  const std::string text = trace::print_jsonl(player.trace());
  const fs::path example = root / "traces/examples/surprise.jsonl";
  if (std::getenv("UPDATE_GOLDEN") != nullptr) std::ofstream(example, std::ios::binary) << text;
  INFO(example.string(), " differs; UPDATE_GOLDEN=1 rewrites it");
  CHECK(content_of(example) == text);
}

TEST_CASE("the transcript of an open question keeps its grades to itself") {
  const lesson::Player player = player_of(root / "lessons/001_hello.json");
  const std::string text = cli::transcript(player, words::Words("en"), cli::Style());
  CHECK(text.find("What lands at the laptop?") != std::string::npos);
  CHECK(text.find("      2  * OK imapscope is ready\n") != std::string::npos);
  for (const char* secret : {"✓", "✗", "Happened", "Illegal", "POP3", "speaks first: "}) {
    INFO(std::string(secret));
    CHECK(text.find(secret) == std::string::npos);
  }
}

TEST_CASE("the transcript of an open task has its checklist, and no solution") {
  lesson::Player player = player_of(root / "lessons/011_expunge_arithmetic.json");
  while (player.question() != nullptr) player.answer_correctly();
  const std::string text = cli::transcript(player, words::Words("en"), cli::Style());
  CHECK(text.find("○ message 3 is gone\n") != std::string::npos);
  CHECK(text.find("✓ message 1 is there, and as it was\n") != std::string::npos);
  CHECK(text.find("0 commands, par 2\n") != std::string::npos);
  CHECK(text.find("UID EXPUNGE 50") == std::string::npos);
}

TEST_CASE("colours stand around the same words") {
  const lesson::Player player = player_of(root / "lessons/001_hello.json");
  std::string plain = cli::transcript(player, words::Words("en"), cli::Style());
  const std::string coloured = cli::transcript(player, words::Words("en"), cli::Style(true));
  CHECK(plain.find('\x1b') == std::string::npos);
  CHECK(coloured.find('\x1b') != std::string::npos);
  plain.erase(std::remove(plain.begin(), plain.end(), '`'), plain.end());
  CHECK(without_colours(coloured) == plain);
}
