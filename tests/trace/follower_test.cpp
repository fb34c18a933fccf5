#include <doctest/doctest.h>

#include <string>

#include "sim/trace/jsonl.h"
#include "tests/temporary.h"

namespace imapscope::trace {
namespace {

Event note(std::int64_t sent_us) {
  return {{1}, Direction::to_client, {sent_us}, Instant{sent_us}, Note{"n"}};
}

TEST_CASE("a follower takes complete lines only, however the file grows") {
  const test::TemporaryFile file("follower_grows.jsonl");
  std::string content = print_header(Header{});
  for (int i = 0; i < 20; ++i) content += print_event(note(i));
  file.append("");
  Follower follower(file.path());
  std::vector<Event> events;
  int headers = 0;
  for (std::size_t at = 0; at < content.size(); at += 13) {
    file.append(std::string_view(content).substr(at, 13));
    auto growth = follower.poll();
    REQUIRE(growth);
    headers += growth->header ? 1 : 0;
    for (Event& event : growth->events) events.push_back(std::move(event));
  }
  CHECK(headers == 1);
  REQUIRE(events.size() == 20);
  for (int i = 0; i < 20; ++i) CHECK(events[static_cast<std::size_t>(i)] == note(i));
  CHECK(follower.poll()->events.empty());
}

TEST_CASE("a follower of an empty file waits") {
  const test::TemporaryFile file("follower_empty.jsonl");
  file.append("");
  Follower follower(file.path());
  const auto growth = follower.poll();
  REQUIRE(growth);
  CHECK(!growth->header);
  CHECK(growth->events.empty());
}

TEST_CASE("a follower says when the file is gone, or was replaced") {
  const test::TemporaryFile file("follower_replaced.jsonl");
  Follower before(file.path());
  REQUIRE(!before.poll());
  CHECK(before.poll().error().message == file.path().string() + " cannot be opened.");

  file.append(print_header({}) + print_event(note(1)));
  Follower follower(file.path());
  REQUIRE(follower.poll());
  std::filesystem::resize_file(file.path(), 10);
  REQUIRE(!follower.poll());
  CHECK(follower.poll().error().message ==
        file.path().string() + " became shorter: it was replaced while followed.");
}

TEST_CASE("a follower gives what stands before a damaged line, then the error with its line") {
  const test::TemporaryFile file("follower_damaged.jsonl");
  file.append(print_header({}) + print_event(note(1)) + "rubbish\n" + print_event(note(2)));
  Follower follower(file.path());
  const auto growth = follower.poll();
  REQUIRE(growth);
  CHECK(growth->events.size() == 1);
  const auto error = follower.poll();
  REQUIRE(!error);
  CHECK(error.error().line == 3);
  CHECK(error.error().message ==
        "follower_damaged.jsonl, line 3: this line is not valid JSON at column 1; "
        "the trace is read up to there.");
}

TEST_CASE("a follower of a file of another format says so") {
  const test::TemporaryFile file("follower_other.txt");
  file.append("S: * OK ready\n");
  Follower follower(file.path());
  const auto growth = follower.poll();
  REQUIRE(!growth);
  CHECK(growth.error().message ==
        "follower_other.txt, line 1: this is no header of an imapscope trace, a "
        "JSON object that holds \"imapscope\": \"trace\".");
}

}  // namespace
}  // namespace imapscope::trace
