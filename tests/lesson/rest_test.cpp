// Rests: where a lesson waits for its viewer.
#include "sim/lesson/rest.h"

#include <doctest/doctest.h>

#include "tests/lesson/small_lesson.h"

using namespace imapscope;
using namespace imapscope::lesson;

namespace {

const std::string noop_on_its_way =
    R"({"send": {"client": "laptop", "line": "a2 NOOP", "wait": false}},)";

std::string name_of(RestKind kind) {
  switch (kind) {
    case RestKind::told:
      return "told";
    case RestKind::asked:
      return "asked";
    case RestKind::turned_out:
      return "turned out";
    case RestKind::done:
      return "done";
  }
  return "";
}

/// "1 told, 1 done, 2 told"
std::string rests_in(const Player& player) {
  const observer::Timeline timeline(player.trace());
  std::string text;
  for (const Rest& rest : rests_of(player, timeline)) {
    if (!text.empty()) text += ", ";
    text += std::to_string(rest.step + 1) + " " + name_of(rest.kind);
  }
  return text;
}

Player answered(const std::string& steps) {
  Player player(small_lesson(steps));
  while (player.question() != nullptr) player.answer_correctly();
  return player;
}

}  // namespace

TEST_CASE("a step rests when it is told, asked, has turned out, and is done") {
  const std::string steps = inbox_open + say_step + noop_on_its_way +
                            ask("line", "a2 OK NOOP completed") + send("a3 NOOP");
  CHECK(rests_in(answered(steps)) == "1 told, 1 done, 2 told, 2 asked, 2 turned out, 2 done");
}

TEST_CASE("rests between which nothing moves are one, but never those of two steps") {
  struct Case {
    const char* what;
    std::string steps;
    const char* rests;
  };
  const Case cases[] = {
      {"a step of words alone", inbox_open + say_step + R"({"wait": {"ms": 10}})",
       "1 told, 1 done, 2 done"},
      {"a question before anything moves",
       inbox_open + say_step + ask("count", "2") + send("a2 NOOP"),
       "1 told, 1 done, 2 asked, 2 done"},
      {"a line decides in the midst of a step",
       inbox_open + say_step + ask("line", "a2 OK NOOP completed") + send("a2 NOOP") + "," +
           send("a3 NOOP"),
       "1 told, 1 done, 2 asked, 2 turned out, 2 done"},
      {"silence is decided by the whole step",
       inbox_open + say_step + ask("line", "nothing") + R"({"wait": {"ms": 10}})",
       "1 told, 1 done, 2 done"},
  };
  for (const Case& each : cases) {
    INFO(std::string(each.what));
    CHECK(rests_in(answered(each.steps)) == each.rests);
  }
}

TEST_CASE("an open question is the last rest, behind the command that was seen leaving") {
  const Player player(small_lesson(inbox_open + say_step + noop_on_its_way +
                                   ask("line", "a2 OK NOOP completed") + send("a3 NOOP")));
  REQUIRE(player.question() != nullptr);
  CHECK(rests_in(player) == "1 told, 1 done, 2 told, 2 asked");
  const observer::Timeline timeline(player.trace());
  const auto rests = rests_of(player, timeline);
  CHECK(rests.back().moments == timeline.moments().size());  // the NOOP has landed at the server
}

TEST_CASE("answering moves no rest that was there before") {
  Player player(small_lesson(inbox_open + say_step + noop_on_its_way +
                             ask("line", "a2 OK NOOP completed") + send("a3 NOOP")));
  const auto before = rests_of(player, observer::Timeline(player.trace()));
  player.answer_correctly();
  const auto after = rests_of(player, observer::Timeline(player.trace()));
  REQUIRE(after.size() > before.size());
  for (std::size_t i = 0; i < before.size(); ++i) {
    CHECK(after[i].step == before[i].step);
    CHECK(after[i].kind == before[i].kind);
    CHECK(after[i].moments == before[i].moments);
    CHECK(after[i].at == before[i].at);
  }
}

TEST_CASE("what the server does without a word is done at the rest of its step") {
  const Player player =
      answered(inbox_open + say_step +
               R"({"deliver": {"user": "ada", "message": ["Subject: Three", "", "3"]}},)" +
               say_step + send("a2 NOOP"));
  const auto rests = rests_of(player, observer::Timeline(player.trace()));
  REQUIRE(rests_in(player) == "1 told, 1 done, 2 told, 2 done, 3 told, 3 done");
  const Rest& delivered = rests[3];
  REQUIRE(delivered.kind == RestKind::done);
  REQUIRE(delivered.step == 1);
  const auto xray = player.world_at(delivered.at).xray();
  CHECK(xray.begin()->second.messages.size() == 3);
}

TEST_CASE("a set-up is the traffic of the step that says so") {
  const std::string set_up_step =
      R"({"say": {"title": {"en": "T"}, "text": {"en": "t"}, "setup": {"en": "it opens"}}},)";
  const std::string opening = inbox_open.substr(say_step.size());
  const Player player = answered(set_up_step + opening + say_step + send("a2 NOOP"));
  const observer::Timeline timeline(player.trace());
  const auto rests = rests_of(player, timeline);
  const observer::Hurried set_up = set_up_of(rests, player);
  CHECK(set_up.from == 0);
  CHECK(set_up.to == rests[1].moments);
  const Player other = answered(inbox_open + say_step + send("a2 NOOP"));
  CHECK(set_up_of(rests_of(other, observer::Timeline(other.trace())), other).to == 0);
}

TEST_CASE("a branch has the rests that it shares with the lesson, and grows behind them") {
  const Player player = answered(inbox_open + say_step + ask("line", "a2 OK NOOP completed") +
                                 send("a2 NOOP") + "," + say_step + send("a3 NOOP"));
  Player branch = player.fork(*player.steps()[1].decided).value();
  CHECK(rests_in(branch) == "1 told, 1 done, 2 asked, 2 turned out");
  const auto before = rests_of(branch, observer::Timeline(branch.trace()));
  REQUIRE(branch.act(world::Send{"laptop", "a3 FETCH 1 FLAGS"}).has_value());
  const auto after = rests_of(branch, observer::Timeline(branch.trace()));
  CHECK(rests_in(branch) == "1 told, 1 done, 2 asked, 2 turned out");
  CHECK(after.back().moments == before.back().moments);
}
