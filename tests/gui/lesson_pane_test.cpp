// The lesson pane by its keys and buttons: predicting, seeing what happened, going on.
#include <doctest/doctest.h>

#include <algorithm>

#include "gui/app/make/make_start.h"
#include "gui/layout/window_layout.h"
#include "gui/scene/hands.h"
#include "tests/gui/sized_window.h"
#include "tests/gui/whole_window.h"

using namespace imapscope;
using namespace imapscope::gui;

namespace {

const char* const asking_lesson = R"json({
  "number": 7, "title": {"en": "Asking"}, "goal": {"en": "See what a NOOP brings."},
  "learned": {"en": "A NOOP brings news."}, "level": "responding",
  "server": {"users": [{"name": "ada", "password": "pw"}]},
  "steps": [
    {"say": {"title": {"en": "Opening"}, "text": {"en": "A laptop opens INBOX."}}},
    {"connect": {"client": "laptop", "greeting": "preauth", "user": "ada"}},
    {"send": {"client": "laptop", "line": "a1 SELECT INBOX"}},
    {"say": {"title": {"en": "News"}, "text": {"en": "Mail arrives."}}},
    {"deliver": {"user": "ada", "message": ["Subject: One", "", "1"]}},
    {"ask": {"client": "laptop", "question": {"en": "What does the NOOP bring first?"},
             "hints": [{"en": "Who was told?"}, {"en": "Nobody was."}],
             "rule": {"en": "News come with the next command."},
             "options": [
               {"line": "* 1 EXISTS", "grade": "happened", "why": {"en": "It is told now."}},
               {"line": "a2 OK NOOP completed", "grade": "legal", "why": {"en": "Not yet."}},
               {"line": "* 1 EXPUNGE", "grade": "illegal", "why": {"en": "None left."}}]}},
    {"send": {"client": "laptop", "line": "a2 NOOP"}},
    {"say": {"title": {"en": "Leaving"}, "text": {"en": "The laptop leaves."}}},
    {"send": {"client": "laptop", "line": "a3 LOGOUT"}}
  ]
})json";

class Window : public WholeWindow {
 public:
  Window() : WholeWindow(open_lesson(asking_lesson), {1440, 900}) {}

  [[nodiscard]] bool shows(const char* item) { return backend.items().find(item).has_value(); }
  void press(Key key, Modifiers held = {}) {
    backend.press(key, held);
    play_out();
  }
  void click(const char* item) {
    REQUIRE_MESSAGE(backend.click(item), item);
    play_out();
  }
  void answer(int option) {
    press(Key::end);
    press(digit(option));
    press(Key::enter);
  }
  [[nodiscard]] Question question() { return *scene().lesson->question; }
};

}  // namespace

TEST_CASE("prediction and outcome stand side by side until Next is clicked") {
  Window window;
  window.answer(2);
  window.wait(60);
  window.backend.frames(2);
  for (const char* item : {"lesson.option.1", "lesson.option.2", "lesson.option.3", "lesson.why",
                           "lesson.try_again", "lesson.next"}) {
    CAPTURE(item);
    CHECK(window.shows(item));
  }
  CHECK_FALSE(window.shows("lesson.lock_in"));
  CHECK(window.scene().lesson->step == 2);
  window.click("lesson.next");
  CHECK(window.scene().lesson->rest == RestKind::done);
  window.click("lesson.next");
  CHECK(window.scene().lesson->step == 3);
  CHECK_FALSE(window.shows("lesson.why"));
}

TEST_CASE("Next is there at every rest but at an open question, and gone while the wire plays") {
  Window window;
  CHECK(window.shows("lesson.next"));
  window.backend.press(Key::space);
  window.wait(0.05);
  window.backend.frames(2);
  REQUIRE(window.state.playing);
  CHECK_FALSE(window.shows("lesson.next"));
  window.play_out();
  CHECK(window.shows("lesson.next"));
  window.press(Key::end);
  CHECK(window.shows("lesson.lock_in"));
  CHECK_FALSE(window.shows("lesson.next"));
}

TEST_CASE("a key that has to wait for an answer rings the question, once") {
  Window window;
  window.press(Key::end);
  CHECK_FALSE(window.shows("lesson.nudge"));
  window.press(Key::right);
  CHECK(window.shows("lesson.nudge"));
  window.press(digit(1));
  CHECK_FALSE(window.shows("lesson.nudge"));
  window.press(Key::right);
  CHECK_FALSE(window.shows("lesson.nudge"));
}

TEST_CASE("hints come by a key and by a button, which goes with the last") {
  Window window;
  window.press(Key::end);
  CHECK(window.question().hints.empty());
  window.click("lesson.hint");
  CHECK(window.question().hints.size() == 1);
  window.press(letter('a'));
  CHECK(window.question().hints.size() == 2);
  CHECK_FALSE(window.shows("lesson.hint"));
}

TEST_CASE("a wrong answer can be tried again by a key and by a button; the first try counts") {
  for (const bool by_key : {true, false}) {
    Window window;
    window.answer(3);
    if (by_key) {
      window.press(letter('r'), {.shift = true});
    } else {
      window.click("lesson.try_again");
    }
    CHECK_FALSE(window.question().locked);
    CHECK(window.state.view.rows == RowMode::lines);
    window.answer(1);
    CHECK(window.question().outcome == Grade::happened);
    CHECK_FALSE(window.shows("lesson.try_again"));
    CHECK(window.scene().lesson->score.right == 0);
  }
}

TEST_CASE("dots lead to the steps that are earned") {
  Window window;
  CHECK(window.shows("dots.step.2"));
  CHECK_FALSE(window.shows("dots.step.3"));
  window.click("dots.step.2");
  CHECK(window.scene().lesson->step == 2);
  window.answer(1);
  window.click("dots.step.3");
  CHECK(window.scene().lesson->step == 3);
  window.click("dots.step.1");
  CHECK(window.scene().lesson->step == 1);
}

TEST_CASE("where the toolbar is narrow, the dots stand in the lesson's heading") {
  struct Place {
    WindowSize size;
    float below;  // the toolbar ends here
    bool in_toolbar;
  };
  for (const Place& place :
       {Place{{900, 600, 1, false}, 44, false}, Place{{1280, 720, 1, true}, 48, true},
        Place{{1440, 900, 1, false}, 48, true}, Place{{640, 400, 1, false}, 44, false}}) {
    SizedWindow window(place.size);
    window.open(std::string(IMAPSCOPE_SOURCE_DIR) + "/lessons/014_surprise.json");
    CAPTURE(place.size.width);
    const auto dot = window.backend.items().find("dots.step.1");
    REQUIRE(dot.has_value());
    CHECK((dot->center().y < place.below) == place.in_toolbar);
  }
}

TEST_CASE("the end of a lesson leads to the next one by a key and by a button") {
  for (const bool by_key : {true, false}) {
    Window window;
    window.state.lessons = find_lessons(disk::DiskFiles(), IMAPSCOPE_SOURCE_DIR "/lessons");
    window.answer(1);
    CHECK_FALSE(window.shows("lesson.next_lesson"));
    window.press(Key::end);
    window.backend.frames(2);
    REQUIRE(window.scene().lesson->finished);
    CHECK(window.shows("lesson.next_lesson"));
    if (by_key) {
      window.press(Key::enter);
    } else {
      window.click("lesson.next_lesson");
    }
    CHECK(window.scene().lesson->number == 8);
  }
}

TEST_CASE("hands have a total, and a largest count that the others are drawn by") {
  CHECK(Hands{}.total() == 0);
  CHECK(Hands{}.most() == 0);
  CHECK(Hands{}.of(3) == 0);
  const Hands hands{{3, 11, 5, 1}};
  CHECK(hands.total() == 20);
  CHECK(hands.most() == 11);
  CHECK(hands.of(1) == 11);
}

TEST_CASE(
    "in Present digits count the hands of the audience once V was pressed, and choose again") {
  Window window;
  window.obey({TogglePresenter{}});
  window.press(Key::end);
  CHECK_FALSE(window.shows("lesson.hands.1"));
  window.press(letter('v'));
  CHECK(window.shows("lesson.hands.1"));
  for (const int hand : {1, 2, 2, 2}) window.press(digit(hand));
  window.press(digit(2), {.shift = true});
  window.press(digit(3), {.shift = true});
  window.press(digit(9));
  CHECK(window.question().hands.counts == std::vector<std::size_t>{1, 2, 0});
  CHECK_FALSE(window.question().chosen.has_value());
  window.click("lesson.hands.3");
  CHECK(window.question().hands.total() == 4);
  window.press(letter('v'));
  window.press(digit(2));
  CHECK(window.question().chosen == 1);
  CHECK(window.question().hands.total() == 4);
}

TEST_CASE("the hands stay beside the outcome, and when the question is asked again") {
  Window window;
  window.obey({TogglePresenter{}});
  window.press(Key::end);
  window.obey({RaiseHand{1}, RaiseHand{1}, RaiseHand{0}});
  window.answer(2);
  REQUIRE(window.question().outcome.has_value());
  CHECK(window.question().hands.total() == 3);
  CHECK(window.shows("lesson.hands.2"));
  window.obey({TryAgain{}});
  CHECK(window.question().hands.total() == 3);
  window.obey({JumpToStep{1}, RaiseHand{0}});
  window.press(Key::end);
  CHECK(window.question().hands.total() == 3);
}

namespace {

const char* const task_lesson = R"json({
  "number": 7, "title": {"en": "Doing"}, "goal": {"en": "Do."}, "level": "constructing",
  "server": {"users": [{"name": "ada", "password": "pw"}]},
  "steps": [
    {"say": {"title": {"en": "Opening"}, "text": {"en": "A laptop opens INBOX."}}},
    {"deliver": {"user": "ada", "message": ["Subject: One", "", "1"]}},
    {"connect": {"client": "laptop", "greeting": "preauth", "user": "ada"}},
    {"send": {"client": "laptop", "line": "a1 SELECT INBOX"}},
    {"say": {"title": {"en": "Your turn"}, "text": {"en": "Mark it."}}},
    {"task": {"clients": ["laptop"], "title": {"en": "Mark message 1"},
              "text": {"en": "It is to be read."}, "most": 3, "par": 1,
              "goal": [{"holds_flags": {"uid": 1, "has": ["\\Seen"]}}],
              "hints": [{"en": "STORE sets flags."}],
              "solutions": [[{"line": "a2 STORE 1 +FLAGS (\\Seen)"}]]}},
    {"say": {"title": {"en": "Done"}, "text": {"en": "It is read."}}}
  ]
})json";

}  // namespace

TEST_CASE("a task is hinted at, reset, shown and solved by its keys and buttons") {
  WholeWindow window(open_lesson(task_lesson), {1440, 900});
  const auto shows = [&](const char* item) {
    return window.backend.items().find(item).has_value();
  };
  const auto task = [&] { return *window.scene().lesson->task; };
  const auto type = [&](const char* line) {
    window.obey({SendConsole{window.scene().lanes.front().connection, line}});
    window.play_out();
  };
  window.backend.press(Key::end);
  window.backend.frames(2);
  CHECK(shows("lesson.task"));
  CHECK_FALSE(shows("lesson.next"));
  REQUIRE(window.backend.click("lesson.hint"));
  window.backend.frames(2);
  CHECK(task().hints.size() == 1);
  CHECK(shows("lesson.show_how"));
  type("a2 NOOP");
  CHECK(task().commands == 1);
  CHECK_FALSE(task().solved);
  window.backend.press(letter('r'), {.shift = true});
  CHECK(task().tries == 2);
  CHECK(task().commands == 0);
  type("a2 STORE 1 +FLAGS (\\Seen)");
  CHECK(task().solved);
  window.backend.frames(2);
  CHECK(shows("lesson.reset"));
  REQUIRE(window.backend.click("lesson.next"));
  window.play_out();
  CHECK(window.scene().lesson->step == 3);
}

TEST_CASE("who cannot solve a task is shown how it is done") {
  WholeWindow window(open_lesson(task_lesson), {1440, 900});
  window.backend.press(Key::end);
  window.backend.press(letter('w'));
  window.play_out();
  const auto lines = window.state.document->current().timeline.lines();
  CHECK(std::any_of(lines.begin(), lines.end(), [](const observer::Line& line) {
    return line.bytes.find("STORE 1 +FLAGS") != std::string::npos;
  }));
}
