// Tasks: what the learner types is the lesson's own history until the goal is reached, and can be
// taken back.
#include <doctest/doctest.h>

#include "sim/lesson/check/check.h"
#include "sim/lesson/check/check_task.h"
#include "sim/trace/jsonl.h"
#include "tests/in_english.h"
#include "tests/lesson/small_lesson.h"
#include "tests/lesson/small_task.h"

using namespace imapscope;
using namespace imapscope::lesson;

namespace {

const std::string last_words = "," + say_step.substr(0, say_step.size() - 1);
const std::string mark = R"(STORE 2 +FLAGS (\Deleted))";

Player with_task(const SmallTask& small, const std::string& after = last_words) {
  Player player(small_lesson(inbox_open + task(small) + after));
  REQUIRE(player.task() != nullptr);
  return player;
}

void type(Player& player, const std::string& line) {
  INFO(line);
  REQUIRE(player.act(world::Send{"laptop", line}).has_value());
}

void solve(Player& player) {
  type(player, "a2 " + mark);
  type(player, "a3 EXPUNGE");
}

bool holds(const Player& player, std::string_view text) {
  return trace::print_jsonl(player.trace()).find(text) != std::string::npos;
}

std::string refusal(Player& player, const world::Action& action) {
  const auto result = player.act(action);
  return result ? "" : in_english(result.error());
}

}  // namespace

TEST_CASE("nothing is simulated behind an open task") {
  Player player = with_task({}, "," + send("a9 LOGOUT"));
  CHECK_FALSE(player.finished());
  CHECK(player.question() == nullptr);
  CHECK_FALSE(holds(player, "LOGOUT"));
  CHECK(player.now() == player.task()->begins);
  type(player, "a2 NOOP");
  CHECK_FALSE(holds(player, "LOGOUT"));
  CHECK_FALSE(player.finished());
  CHECK(player.now() > player.task()->begins);
}

TEST_CASE("what the learner types is an input of the lesson's history") {
  Player player = with_task({});
  const std::size_t before = player.inputs().size();
  type(player, "a2 NOOP");
  CHECK_FALSE(player.is_branch());
  REQUIRE(player.inputs().size() == before + 1);
  CHECK(holds(player, "a2 OK NOOP completed"));
}

TEST_CASE("a task is solved when all parts of its goal hold") {
  Player player = with_task({});
  type(player, "a2 " + mark);
  CHECK_FALSE(player.task()->reached);
  type(player, "a3 EXPUNGE");
  CHECK(player.task()->reached);
  CHECK(player.task()->fewest == 2);
  CHECK(refusal(player, world::Send{"laptop", "a4 NOOP"}) ==
        "This task is solved. Go on, or reset it and try another way.");
}

TEST_CASE("in a task only its clients type, and only what clients can send") {
  Player player = with_task({});
  const std::string sentence = "In this task you type as laptop.";
  CHECK(refusal(player, world::Send{"phone", "b1 NOOP"}) == sentence);
  CHECK(refusal(player, world::Disconnect{"laptop", true}) == sentence);
  CHECK(player.now() == player.task()->begins);
}

TEST_CASE("a reset sets the wire back to where the task began, and counts the try") {
  Player player = with_task({});
  const std::string before = trace::print_jsonl(player.trace());
  const Instant began = player.now();
  type(player, "a2 NOOP");
  type(player, "a3 " + mark);
  player.reset_task();
  CHECK(trace::print_jsonl(player.trace()) == before);
  CHECK(player.now() == began);
  CHECK(player.task()->tries == 2);
  CHECK(player.progress(0, player.now())->commands == 0);
  solve(player);
  CHECK(player.task()->reached);
}

TEST_CASE("a solved task can be reset, and keeps its best try") {
  Player player = with_task({});
  type(player, "a1 NOOP");
  solve(player);
  CHECK(player.task()->fewest == 3);
  player.reset_task();
  CHECK_FALSE(player.task()->reached);
  CHECK(player.task()->fewest == 3);
  solve(player);
  CHECK(player.task()->fewest == 2);
  player.reset_task();
  type(player, "a1 NOOP");
  solve(player);
  CHECK(player.task()->fewest == 2);
  CHECK(player.task()->tries == 3);
}

TEST_CASE("what was reached in a task outlives a retry of an earlier question") {
  Player player(small_lesson(inbox_open + ask("line", "a2 OK NOOP completed") + send("a2 NOOP") +
                             "," + say_step + task({})));
  (void)player.answer(std::size_t{1});
  type(player, "a3 " + mark);
  type(player, "a4 EXPUNGE");
  REQUIRE(player.task()->fewest == 2);
  REQUIRE(player.retry(0).has_value());
  (void)player.answer(std::size_t{0});
  REQUIRE(player.task() != nullptr);
  CHECK_FALSE(player.task()->reached);
  CHECK(player.task()->fewest == 2);
  CHECK(player.task()->tries == 2);
  CHECK(player.task()->best ==
        std::vector<world::Send>{{"laptop", "a3 " + mark}, {"laptop", "a4 EXPUNGE"}});
}

TEST_CASE("the same lines after a reset give the same bytes") {
  Player once = with_task({});
  solve(once);
  Player twice = with_task({});
  type(twice, "a2 NOOP");
  twice.reset_task();
  solve(twice);
  CHECK(trace::print_jsonl(once.trace()) == trace::print_jsonl(twice.trace()));
}

TEST_CASE("where only words follow, the learner's own lines stay") {
  Player player = with_task({});
  type(player, "b7 NOOP");
  solve(player);
  player.leave_task();
  CHECK(player.finished());
  CHECK(player.steps().size() == 2);
  CHECK(holds(player, "b7 NOOP"));
  CHECK(player.steps().front().task->left.has_value());
}

TEST_CASE("where traffic follows, the lesson goes on from its first solution") {
  const std::string after = "," + send("a4 LOGOUT");
  Player own_way = with_task({}, after);
  type(own_way, "b7 NOOP");
  solve(own_way);
  own_way.leave_task();
  CHECK(own_way.finished());
  CHECK_FALSE(holds(own_way, "b7 NOOP"));
  CHECK(holds(own_way, "a3 OK EXPUNGE completed"));
  CHECK(own_way.steps().front().task->fewest == 3);

  Player given_up = with_task({}, after);
  given_up.leave_task();
  CHECK(trace::print_jsonl(given_up.trace()) == trace::print_jsonl(own_way.trace()));
  CHECK_FALSE(given_up.steps().front().task->fewest.has_value());
}

TEST_CASE("how far a task has come is known of every moment") {
  Player player = with_task({}, "," + send("a4 STORE 1 +FLAGS (x)"));
  const Instant began = player.task()->begins;
  player.leave_task();
  const auto at = [&](Instant t) { return *player.progress(0, t); };
  CHECK(at(Instant{}).commands == 0);
  CHECK_FALSE(at(began).reached());
  CHECK(at(began + milliseconds(1)).commands == 1);
  CHECK_FALSE(at(began + milliseconds(40)).reached());
  const Instant left = *player.steps().front().task->left;
  CHECK(at(left).reached());
  CHECK(at(left).commands == 2);
  CHECK(player.now() > left);
  CHECK(at(player.now()).commands == 2);
  CHECK_FALSE(player.progress(7, left).has_value());
}

TEST_CASE("a task is passed by its first solution, a question by what happens") {
  Player player(
      small_lesson(inbox_open + task({}) + "," + say_step + ask("count", "1") + send("a4 NOOP")));
  CHECK(player.task() != nullptr);
  CHECK(player.pass());
  CHECK(player.question() != nullptr);
  CHECK(player.pass());
  CHECK_FALSE(player.pass());
  CHECK(player.finished());
  CHECK(player.unmet().empty());
}

// ---- checking ----

TEST_CASE("samples are played, and what they do not keep is told with its place") {
  struct Case {
    const char* what;
    SmallTask task;
    std::string complaint;  // empty: none
  };
  const std::string gone = R"({"holds_message": {"uid": 20, "is": "gone"}})";
  const std::string marked = R"~({"line": "a2 STORE 2 +FLAGS (\\Deleted)"})~";
  const std::string expunged = R"({"line": "a3 EXPUNGE"})";
  const auto lines = [](const std::string& all) { return "\n[" + all + "]"; };
  const auto miss = [](const std::string& all, const std::string& fails) {
    return "\n{\"lines\": [" + all + R"(], "fails": ")" + fails + "\"}";
  };
  const Case cases[] = {
      {"a solution and a near miss", {.near_misses = miss(marked, "holds_message")}, ""},
      {"a solution that does not reach the goal",
       {.solutions = lines(marked + "," + expunged) + "," + lines(marked)},
       "5:1: This solution does not reach the goal: \"the message with UID 20 is gone from INBOX\" "
       "does not hold."},
      {"a solution with too many commands",
       {.solutions = lines(marked + "," + expunged), .more = R"("most": 1,)", .par = "1"},
       "4:1: This solution does not reach the goal: \"not more than 1 command\" does not "
       "hold."},
      {"a line behind the goal",
       {.solutions = lines(marked + "," + expunged + ",\n" + R"({"line": "a4 NOOP"})")},
       "5:10: The goal is reached before this line."},
      {"a near miss that reaches the goal",
       {.near_misses = miss(marked + "," + expunged, "holds_message")},
       "4:1: This near miss reaches the goal."},
      {"a near miss that goes on when the goal is reached",
       {.near_misses = miss(marked + "," + expunged + ",\n" + marked, "holds_message")},
       "5:10: The goal is reached before this line."},
      {"a near miss that fails for another part",
       {.goal = gone + R"(,{"no_refusal": {}})", .near_misses = miss(marked, "no_refusal")},
       "4:1: This near miss should fail for \"no command was refused\", but that holds. \"the "
       "message with UID 20 is gone from INBOX\" does not."},
      {"a goal that holds at once",
       {.goal = R"({"no_refusal": {}})"},
       "3:10: The goal holds before anything is typed."},
      {"par is too low",
       {.par = "1"},
       "3:10: \"par\" is 1, but the shortest solution has 2 commands."},
      {"par is too high",
       {.par = "3"},
       "3:10: \"par\" is 3, but the shortest solution has 2 commands."},
  };
  for (const Case& each : cases) {
    INFO(std::string(each.what));
    const Player player = with_task(each.task);
    const std::string before = trace::print_jsonl(player.trace());
    const std::vector<Unmet> unmet = unmet_samples(player);
    const std::string complaint = unmet.empty() ? ""
                                                : std::to_string(unmet[0].place.line) + ":" +
                                                      std::to_string(unmet[0].place.column) + ": " +
                                                      in_english(unmet[0].message);
    CHECK(complaint == each.complaint);
    CHECK(trace::print_jsonl(player.trace()) == before);
  }
}

TEST_CASE("expectations behind a task are checked after its first solution") {
  const auto told = [](const std::string& line) {
    return R"(,{"expect": {"client": "laptop", "line": ")" + line + "\"}}";
  };
  Player met = with_task({}, told("* 2 EXPUNGE") + "," + send("a4 NOOP") + told("a4 OK*"));
  while (met.pass()) {
  }
  CHECK(unmet_promises(met).empty());
  Player unmet = with_task({}, told("* 1 EXPUNGE"));
  while (unmet.pass()) {
  }
  CHECK(unmet_promises(unmet).size() == 1);
}
