// The player: nothing beyond an open question exists, and every history can be replayed and left.
#include "sim/lesson/player.h"
#include "sim/lesson/same_command.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "sim/trace/jsonl.h"
#include "tests/in_english.h"
#include "tests/lesson/small_lesson.h"

using namespace imapscope;
using namespace imapscope::lesson;

namespace {

const std::string logout_asked = inbox_open + ask("line", "* BYE imapscope says goodbye") +
                                 send("a2 LOGOUT") + "," + say_step + R"({"wait": {"ms": 10}})";

bool holds(const trace::Trace& trace, std::string_view text) {
  return trace::print_jsonl(trace).find(text) != std::string::npos;
}

}  // namespace

TEST_CASE("nothing is simulated behind an open question") {
  Player player(small_lesson(logout_asked));
  REQUIRE(player.question() != nullptr);
  CHECK_FALSE(player.finished());
  const Step& step = player.steps().back();
  CHECK(player.trace().events.size() == step.asked_events);
  CHECK(player.now() == *step.asked_at);
  CHECK_FALSE(holds(player.trace(), "LOGOUT"));
  CHECK_FALSE(holds(player.trace(), "BYE"));
  CHECK(player.steps().size() == 1);
  CHECK(player.step_count() == 2);

  const auto answer = player.answer(std::size_t{1});
  REQUIRE(answer.has_value());
  CHECK(answer->grade == Grade::legal);
  CHECK(answer->happened == "* BYE imapscope says goodbye");
  CHECK(player.finished());
  CHECK(player.steps().size() == 2);
  CHECK(holds(player.trace(), "BYE"));
}

TEST_CASE("a question can be asked while the line is on its way") {
  Player player(small_lesson(
      inbox_open + R"({"send": {"client": "laptop", "line": "a2 NOOP", "wait": false}},)" + "\n" +
      ask("line", "a2 OK NOOP completed") + say_step.substr(0, say_step.size() - 1)));
  REQUIRE(player.question() != nullptr);
  const trace::Event& last = player.trace().events.back();
  CHECK(last.direction == trace::Direction::to_server);
  CHECK(last.sent == player.now());
  CHECK_FALSE(holds(player.trace(), "NOOP completed"));
  player.answer_correctly();
  CHECK(player.steps().front().answer->happened == "a2 OK NOOP completed");
}

TEST_CASE("an answer that does not fit the question is refused, and the question stays open") {
  Player player(small_lesson(inbox_open + ask("count", "2") + send("a2 NOOP")));
  const auto no_such = player.answer(std::size_t{7});
  REQUIRE_FALSE(no_such.has_value());
  CHECK(in_english(no_such.error()) == "The question has no option 8.");
  const auto typed = player.answer(std::string("* 2 EXISTS"));
  REQUIRE_FALSE(typed.has_value());
  CHECK(in_english(typed.error()) == "This question is answered by one of its options.");
  CHECK(player.question() != nullptr);
  CHECK(player.answer(std::string("2")).has_value());
  const auto again = player.answer(std::size_t{0});
  REQUIRE_FALSE(again.has_value());
  CHECK(in_english(again.error()) == "No question is open.");
}

TEST_CASE("a lesson gives the same bytes each time, whatever was answered") {
  Player right(small_lesson(logout_asked));
  Player wrong(small_lesson(logout_asked));
  (void)right.answer(std::size_t{0});
  (void)wrong.answer(std::size_t{1});
  CHECK(trace::print_jsonl(right.trace()) == trace::print_jsonl(wrong.trace()));
}

TEST_CASE("the world at any moment is the one that was there") {
  Player player(small_lesson(logout_asked));
  player.answer_correctly();
  for (std::int64_t us = 0; us <= player.now().us + 100000; us += 7777) {
    const world::World world = player.world_at(Instant{us});
    const Instant reached{std::min(us, player.now().us)};
    CHECK(world.now() == reached);
    std::vector<trace::Event> expected = player.trace().events;
    std::erase_if(expected, [&](const trace::Event& each) { return each.sent > reached; });
    CHECK(world.trace().events == expected);
  }
}

TEST_CASE("a branch shares the past and leaves the lesson as it was") {
  Player player(small_lesson(logout_asked));
  player.answer_correctly();
  const std::string lesson = trace::print_jsonl(player.trace());
  const Instant before_logout = *player.steps().front().asked_at;

  Player branch = player.fork(before_logout).value();
  CHECK(branch.is_branch());
  CHECK(branch.question() == nullptr);
  CHECK_FALSE(branch.finished());
  CHECK_FALSE(holds(branch.trace(), "LOGOUT"));
  CHECK_FALSE(branch.steps().front().answer.has_value());
  REQUIRE(branch.act(world::Send{"laptop", "a2 FETCH 2 FLAGS"}).has_value());
  REQUIRE(branch.act(world::Send{"laptop", "a3 NOOP"}).has_value());
  CHECK(holds(branch.trace(), "* 2 FETCH (FLAGS ())"));
  CHECK(holds(branch.trace(), "a3 OK NOOP completed"));
  CHECK_FALSE(holds(branch.trace(), "LOGOUT"));

  CHECK(trace::print_jsonl(player.trace()) == lesson);
  CHECK_FALSE(player.act(world::Send{"laptop", "a9 NOOP"}).has_value());
}

TEST_CASE("a branch can be left in turn") {
  Player player(small_lesson(logout_asked));
  player.answer_correctly();
  Player first = player.fork(*player.steps().front().asked_at).value();
  REQUIRE(first.act(world::Send{"laptop", "a2 STORE 2 +FLAGS (\\Flagged)"}).has_value());
  const Instant flagged = first.now();
  REQUIRE(first.act(world::Send{"laptop", "a3 NOOP"}).has_value());
  Player second = first.fork(flagged).value();
  REQUIRE(second.act(world::Send{"laptop", "a3 FETCH 2 FLAGS"}).has_value());
  CHECK(holds(second.trace(), "* 2 FETCH (FLAGS (\\\\Flagged))"));
  CHECK_FALSE(holds(second.trace(), "NOOP"));
}

TEST_CASE("what the world refuses is told with the place of the instruction") {
  Player player(small_lesson(say_step + R"({"connect": {"client": "laptop"}},)" +
                             "\n"
                             R"({"connect": {"client": "laptop"}})"));
  REQUIRE(player.unmet().size() == 1);
  CHECK(player.unmet()[0].place.line == 3);
  CHECK(player.unmet()[0].place.column == 1);
  CHECK(in_english(player.unmet()[0].message) == "laptop is connected already.");
}

TEST_CASE("expectations") {
  struct Case {
    const char* what;
    std::string expects;
    std::string complaint;  // empty: met
  };
  const auto line = [](const std::string& text, bool absent = false) {
    return R"({"expect": {"client": "laptop", "line": ")" + text + R"(", "absent": )" +
           (absent ? "true" : "false") + "}}";
  };
  const Case cases[] = {
      {"an exact line", line("a2 OK NOOP completed"), ""},
      {"a beginning", line("a2 OK*"), ""},
      {"lines in their order", line("* OK [UIDNEXT*") + "," + line("a2*"), ""},
      {"not against their order", line("a2*") + "," + line("* OK [UIDNEXT*"),
       "laptop should receive \"* OK [UIDNEXT*\" here, but nothing came."},
      {"not the same line twice", line("a2*") + "," + line("a2*"),
       "laptop should receive \"a2*\" here, but nothing came."},
      {"a star in front is part of the line", line("* 2"),
       "laptop should receive \"* 2\" here, but what came is \"* PREAUTH imapscope is ready, and "
       "knows you as ada\", \"* 2 EXISTS\", \"* 0 RECENT\", …."},
      {"absent", line("* 3 EXISTS", true), ""},
      {"not absent", line("* 2 EXISTS", true),
       "laptop should not receive \"* 2 EXISTS\" in this step, but \"* 2 EXISTS\" came."},
  };
  for (const Case& each : cases) {
    INFO(std::string(each.what));
    const Player player(small_lesson(inbox_open + send("a2 NOOP") + "," + each.expects));
    const std::string complaint =
        player.unmet().empty() ? "" : in_english(player.unmet()[0].message);
    CHECK(complaint == each.complaint);
  }
}

// ---- trying again ----

TEST_CASE("a wrong answer can be tried again: the wire is set back, and the first try counts") {
  Player player(small_lesson(logout_asked));
  const std::string asked = trace::print_jsonl(player.trace());
  (void)player.answer(std::size_t{1});
  const std::string played = trace::print_jsonl(player.trace());
  REQUIRE(player.retry(0).has_value());
  CHECK(player.question() != nullptr);
  CHECK(player.steps().size() == 1);
  CHECK_FALSE(player.finished());
  CHECK(trace::print_jsonl(player.trace()) == asked);
  const auto second = player.answer(std::size_t{0});
  REQUIRE(second.has_value());
  CHECK(second->grade == Grade::happened);
  CHECK(player.steps()[0].answer->grade == Grade::happened);
  CHECK(player.steps()[0].first_answer->grade == Grade::legal);
  CHECK(trace::print_jsonl(player.trace()) == played);
}

TEST_CASE("later first tries outlive a retry of an earlier question") {
  Player player(small_lesson(inbox_open + ask("line", "a2 OK NOOP completed") + send("a2 NOOP") +
                             "," + say_step + ask("line", "a3 OK NOOP completed") +
                             send("a3 NOOP")));
  (void)player.answer(std::size_t{1});
  (void)player.answer(std::size_t{1});
  REQUIRE(player.retry(0).has_value());
  (void)player.answer(std::size_t{0});
  (void)player.answer(std::size_t{0});
  CHECK(player.steps()[1].answer->grade == Grade::happened);
  CHECK(player.steps()[1].first_answer->grade == Grade::legal);
  CHECK(in_english(player.retry(1).error()) ==
        "This prediction came true: there is nothing to try again.");
  CHECK(in_english(player.retry(7).error()) == "No question was answered in this step.");
}

// ---- branches and open questions ----

namespace {

const std::string asked_on_the_way =
    inbox_open + say_step + R"({"send": {"client": "laptop", "line": "a2 NOOP", "wait": false}},)" +
    "\n" + ask("line", "a2 OK NOOP completed") + R"({"wait": {"ms": 10}})";

}  // namespace

TEST_CASE("no branch begins in the step of an open question; one begins before it") {
  const Player player(small_lesson(asked_on_the_way));
  const Step& step = player.steps().back();
  for (const Instant t : {player.now(), *step.asked_at, step.begins + milliseconds(1)}) {
    const auto branch = player.fork(t);
    REQUIRE_FALSE(branch.has_value());
    CHECK(in_english(branch.error()) ==
          "A question waits. Answer it first, or step back to before step 2 and send from there.");
  }
  const auto before = player.fork(step.begins);
  REQUIRE(before.has_value());
  CHECK(before->question() == nullptr);
  CHECK(before->steps().size() == 1);
  CHECK_FALSE(holds(before->trace(), "NOOP"));
}

TEST_CASE("a branch has no question that is not decided where it begins") {
  Player player(small_lesson(asked_on_the_way));
  player.answer_correctly();
  const Step step = player.steps().back();
  for (const Instant t : {*step.asked_at, *step.asked_at + milliseconds(1)}) {
    const Player branch = player.fork(t).value();
    CHECK_FALSE(branch.steps().back().ask.has_value());
    CHECK_FALSE(branch.steps().back().answer.has_value());
  }
  CHECK(player.fork(*step.decided).value().steps().back().answer.has_value());
}

TEST_CASE("a command is the same however it is written") {
  for (const char* line : {"FETCH 1 FLAGS", "x fetch 1:1 (FLAGS)", "a1 FETCH 1,1 flags"}) {
    CAPTURE(line);
    CHECK(is_same_command(line, "a7 FETCH 1 FLAGS"));
  }
  CHECK(is_same_command("STORE 3,1:2 +FLAGS (\\Seen)", "b1 STORE 1:3 +FLAGS \\Seen"));
  CHECK(is_same_command("FETCH *:2 FAST", "a1 FETCH 2:* (FLAGS INTERNALDATE RFC822.SIZE)"));
  CHECK(is_same_command("SELECT \"INBOX\"", "a2 SELECT inbox"));
  CHECK_FALSE(is_same_command("UID FETCH 1 FLAGS", "a7 FETCH 1 FLAGS"));
  CHECK_FALSE(is_same_command("FETCH 1:2 FLAGS", "a7 FETCH 1 FLAGS"));
}

TEST_CASE("the command that an open question asks about is refused until it is answered") {
  Player player(small_lesson(asked_on_the_way));
  for (const char* line : {"a2 NOOP", "x9 noop", "NOOP"}) {
    CHECK(in_english(player.still_asked(line)) ==
          "Step 2 asks what this brings. Answer there first.");
  }
  CHECK(player.still_asked("a2 FETCH 1 FLAGS").empty());
  CHECK(player.still_asked("a2 SELECT INBOX").empty());  // seen in step 1
  player.answer_correctly();
  CHECK(player.still_asked("a2 NOOP").empty());
}
