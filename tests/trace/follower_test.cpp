#include <doctest/doctest.h>

#include <string>

#include "sim/trace/jsonl.h"
#include "tests/in_english.h"

namespace imapscope::trace {
namespace {

Event note(std::int64_t sent_us) {
  return {{1}, Direction::to_client, {sent_us}, Instant{sent_us}, Note{"n"}};
}

TEST_CASE("a follower takes complete lines only, however the file grows") {
  MemoryFiles files;
  std::string& file = files["follower_grows.jsonl"];
  std::string content = print_header(Header{});
  for (int i = 0; i < 20; ++i) content += print_event(note(i));
  Follower follower("follower_grows.jsonl");
  std::vector<Event> events;
  int headers = 0;
  for (std::size_t at = 0; at < content.size(); at += 13) {
    file += std::string_view(content).substr(at, 13);
    auto growth = follower.poll(files);
    REQUIRE(growth);
    headers += growth->header ? 1 : 0;
    for (Event& event : growth->events) events.push_back(std::move(event));
  }
  CHECK(headers == 1);
  REQUIRE(events.size() == 20);
  for (int i = 0; i < 20; ++i) CHECK(events[static_cast<std::size_t>(i)] == note(i));
  CHECK(follower.poll(files)->events.empty());
}

TEST_CASE("a follower of an empty file waits") {
  MemoryFiles files;
  files["follower_empty.jsonl"] = "";
  Follower follower("follower_empty.jsonl");
  const auto growth = follower.poll(files);
  REQUIRE(growth);
  CHECK(!growth->header);
  CHECK(growth->events.empty());
}

TEST_CASE("a follower says when the file is gone, or was replaced") {
  MemoryFiles files;
  Follower before("live.jsonl");
  REQUIRE(!before.poll(files));
  CHECK(in_english(before.poll(files).error().message) ==
        "live.jsonl cannot be opened: no such file, or no right to.");

  files["live.jsonl"] = print_header({}) + print_event(note(1));
  Follower follower("live.jsonl");
  REQUIRE(follower.poll(files));
  files["live.jsonl"].resize(10);
  REQUIRE(!follower.poll(files));
  CHECK(in_english(follower.poll(files).error().message) ==
        "live.jsonl became shorter: it was replaced while followed.");
}

TEST_CASE("a follower gives what stands before a damaged line, then the error with its line") {
  MemoryFiles files;
  std::string& file = files["follower_damaged.jsonl"];
  file += print_header({}) + print_event(note(1)) + "rubbish\n" + print_event(note(2));
  Follower follower("follower_damaged.jsonl");
  const auto growth = follower.poll(files);
  REQUIRE(growth);
  CHECK(growth->events.size() == 1);
  const auto error = follower.poll(files);
  REQUIRE(!error);
  CHECK(error.error().line == 3);
  CHECK(in_english(error.error().message) ==
        "follower_damaged.jsonl, line 3: this line is not valid JSON at column 1; "
        "the trace is read up to there.");
}

TEST_CASE("a follower of a file of another format says so") {
  MemoryFiles files;
  std::string& file = files["follower_other.txt"];
  file += "S: * OK ready\n";
  Follower follower("follower_other.txt");
  const auto growth = follower.poll(files);
  REQUIRE(!growth);
  CHECK(in_english(growth.error().message) ==
        "follower_other.txt, line 1: this is no header of an imapscope trace, a "
        "JSON object that holds \"imapscope\": \"trace\".");
}

}  // namespace
}  // namespace imapscope::trace
