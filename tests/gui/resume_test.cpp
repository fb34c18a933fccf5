// Whoever comes back to a lesson finds it as he left it.
#include "gui/app/remember/resume.h"

#include <doctest/doctest.h>

#include "sim/trace/jsonl.h"
#include "tests/gui/program.h"
#include "tests/in_english.h"

namespace imapscope::gui {
namespace {

/// A question, a task, another question, and words at the end.
const char* const long_lesson = R"json({
  "number": 7, "title": {"en": "Long"}, "goal": {"en": "G"}, "level": "constructing",
  "server": {"users": [{"name": "ada", "password": "pw"}]},
  "steps": [
    {"say": {"title": {"en": "One"}, "text": {"en": "A laptop opens INBOX."}}},
    {"connect": {"client": "laptop", "greeting": "preauth", "user": "ada"}},
    {"send": {"client": "laptop", "line": "a1 SELECT INBOX"}},
    {"say": {"title": {"en": "Two"}, "text": {"en": "It asks."}}},
    {"ask": {"client": "laptop", "question": {"en": "What lands?"}, "options": [
      {"line": "a2 OK NOOP completed", "grade": "happened", "why": {"en": "so it is"}},
      {"line": "* 1 EXISTS", "grade": "legal", "why": {"en": "there is none"}}]}},
    {"send": {"client": "laptop", "line": "a2 NOOP"}},
    {"say": {"title": {"en": "Three"}, "text": {"en": "Your turn."}}},
    {"task": {
      "clients": ["laptop"], "title": {"en": "Make it"}, "text": {"en": "A mailbox Work."},
      "goal": [{"holds_mailbox": {"mailbox": "Work", "is": "there"}}],
      "par": 1, "solutions": [[{"line": "a3 CREATE Work"}]]}},
    {"say": {"title": {"en": "Four"}, "text": {"en": "It asks again."}}},
    {"ask": {"client": "laptop", "question": {"en": "And now?"}, "options": [
      {"line": "a4 OK CHECK completed", "grade": "happened", "why": {"en": "so it is"}},
      {"line": "nothing", "grade": "illegal", "why": {"en": "it has to answer"}}]}},
    {"send": {"client": "laptop", "line": "a4 CHECK"}},
    {"say": {"title": {"en": "Five"}, "text": {"en": "The end."}}}
  ]
})json";

/// The window's program, with keys.
struct Desk : Program {
  explicit Desk(MemoryFiles files, const char* lesson = long_lesson)
      : Program(std::move(files), lesson) {}

  LessonText lesson() { return *app.scene(theme_).lesson; }
  const lesson::Player& player() { return *app.state().document->player(); }
  void settle() {
    for (int i = 0; i < 5000 && app.state().playing; ++i) advance(app.state(), 0.1, files);
    backend.frames(3);
  }
  void press(Key key, Modifiers held = {}) {
    backend.press(key, held);
    settle();
  }
  void choose(int option) {
    press(digit(option));
    press(Key::enter);
  }
  void go_to_end() { press(Key::end); }
  void send(const std::string& line) {
    app.obey({SendConsole{app.scene(theme_).client, line}});
    settle();
  }
  std::string wire() { return trace::print_jsonl(player().trace()); }

 private:
  Theme theme_ = make_theme(Brightness::dark, 1, false, true);
};

/// Everything is as it was: the wire, what is earned, the score.
void check_same(Desk& before, Desk& after) {
  CHECK(after.wire() == before.wire());
  CHECK(after.lesson().dots == before.lesson().dots);
  CHECK(after.lesson().score.right == before.lesson().score.right);
  CHECK(after.lesson().score.answered == before.lesson().score.answered);
  CHECK(after.progress() == before.progress());
}

}  // namespace

TEST_CASE("whoever comes back finds his answer, its outcome, and stands where he was") {
  Desk desk({});
  desk.go_to_end();
  desk.choose(2);
  Desk again(desk.files);
  check_same(desk, again);
  const LessonText lesson = again.lesson();
  CHECK(lesson.step == 2);
  REQUIRE(lesson.question.has_value());
  CHECK(lesson.question->chosen == 1);
  CHECK(lesson.question->outcome == Grade::legal);
  CHECK(in_english(again.app.state().note) ==
        "You are back at step 2 of 5. Home leads to the beginning.");
  CHECK(again.app.state().message.empty());  // nothing is wrong
}

TEST_CASE("the score keeps the first try, also for who comes back after another one") {
  Desk desk({});
  desk.go_to_end();
  desk.choose(2);
  desk.press(letter('r'), {.shift = true});
  desk.choose(1);
  Desk again(desk.files);
  check_same(desk, again);
  CHECK(again.lesson().question->outcome == Grade::happened);
  CHECK(again.lesson().question->first_try == Grade::legal);
  CHECK(again.lesson().score.right == 0);
  CHECK(again.progress().answers.at(1).tried == lesson::Prediction(std::size_t{1}));
}

TEST_CASE("a task that was solved is solved, by what the learner had typed") {
  Desk desk({});
  desk.go_to_end();
  desk.choose(1);
  desk.go_to_end();
  desk.send("x1 NOOP");
  desk.send("x2 CREATE Work");
  REQUIRE(desk.player().task()->reached);
  SUBCASE("and still open, where he had not gone on") {
    Desk again(desk.files);
    check_same(desk, again);
    REQUIRE(again.player().task() != nullptr);
    CHECK(again.player().task()->reached);
  }
  SUBCASE("and behind him, where he had") {
    desk.press(Key::page_down);
    REQUIRE(desk.lesson().step == 4);
    Desk again(desk.files);
    check_same(desk, again);
    CHECK(again.lesson().step == 4);
    CHECK(again.player().steps()[2].task->fewest == 2);
  }
}

TEST_CASE("a task that was solved with a password is solved, though it was not kept") {
  const char* const lesson = R"json({
    "number": 7, "title": {"en": "Log in"}, "goal": {"en": "G"}, "level": "constructing",
    "server": {"users": [{"name": "ada", "password": "hunter2"}]},
    "steps": [
      {"say": {"title": {"en": "One"}, "text": {"en": "A laptop comes."}}},
      {"connect": {"client": "laptop"}},
      {"say": {"title": {"en": "Two"}, "text": {"en": "Your turn."}}},
      {"task": {
        "clients": ["laptop"], "title": {"en": "Make it"}, "text": {"en": "A mailbox Work."},
        "goal": [{"holds_mailbox": {"mailbox": "Work", "is": "there"}}],
        "par": 2, "solutions": [[{"line": "a1 LOGIN ada hunter2"}, {"line": "a2 CREATE Work"}]]}},
      {"say": {"title": {"en": "Three"}, "text": {"en": "The end."}}}
    ]
  })json";
  Desk desk({}, lesson);
  desk.go_to_end();
  desk.send("x1 LOGIN ada hunter2");
  desk.send("x2 CREATE Work");
  REQUIRE(desk.player().task()->reached);
  CHECK(desk.files["home/progress.json"].find("hunter2") == std::string::npos);
  Desk again(desk.files, lesson);
  REQUIRE(again.player().task() != nullptr);
  CHECK(again.player().task()->reached);
}

TEST_CASE("a task that was given up stays so") {
  Desk desk({});
  desk.go_to_end();
  desk.choose(1);
  desk.go_to_end();
  desk.press(letter('w'));
  desk.go_to_end();
  REQUIRE(desk.lesson().step == 4);
  Desk again(desk.files);
  check_same(desk, again);
  CHECK_FALSE(again.player().steps()[2].task->fewest.has_value());
}

TEST_CASE("a finished lesson begins at its start, with all that was earned, and says so") {
  Desk desk({});
  desk.go_to_end();
  desk.choose(1);
  desk.go_to_end();
  desk.send("x1 CREATE Work");
  desk.press(Key::page_down);
  desk.go_to_end();
  desk.choose(2);
  desk.go_to_end();
  REQUIRE(desk.lesson().finished);
  Desk again(desk.files);
  check_same(desk, again);
  CHECK(again.lesson().step == 1);
  CHECK(in_english(again.app.state().note).starts_with("You have finished this lesson"));
  again.app.obey({ResetProgress{"007_small.json"}});
  CHECK(again.player().question() != nullptr);
  CHECK(again.lesson().dots[1] == Earned::asks);
}

TEST_CASE("an answer that the lesson has no option for any more is asked again") {
  Desk desk({});
  desk.go_to_end();
  desk.choose(2);
  std::string& kept = desk.files["home/progress.json"];
  const auto at = kept.find("\"option\": 1");
  REQUIRE(at != std::string::npos);
  kept.replace(at, 11, "\"option\": 7");
  Desk again(desk.files);
  CHECK(again.player().question() != nullptr);
  CHECK(again.lesson().step <= 2);
}

}  // namespace imapscope::gui
