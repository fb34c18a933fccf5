// The loop of predicting, seeing and understanding: where a lesson rests, and what leads on.
#include <doctest/doctest.h>

#include "gui/app/make/make_start.h"
#include "tests/gui/whole_window.h"
#include "tests/in_english.h"

using namespace imapscope;
using namespace imapscope::gui;

namespace {

const char* const two_clients_lesson = R"json({
  "number": 9, "title": {"en": "Two"}, "goal": {"en": "See."}, "level": "responding",
  "learned": {"en": "Seen."}, "group": "several clients",
  "server": {"users": [{"name": "ada", "password": "pw"}]},
  "steps": [
    {"say": {"title": {"en": "Opening"}, "text": {"en": "Both open INBOX."},
             "setup": {"en": "both clients open INBOX"}, "note": {"en": "Ask who owes whom."}}},
    {"deliver": {"user": "ada", "message": ["Subject: One", "", "1"]}},
    {"connect": {"client": "laptop", "greeting": "preauth", "user": "ada"}},
    {"connect": {"client": "phone", "greeting": "preauth", "user": "ada"}},
    {"send": {"client": "laptop", "line": "a1 SELECT INBOX"}},
    {"send": {"client": "phone", "line": "b1 SELECT INBOX"}},
    {"send": {"client": "phone", "line": "b2 FETCH 1 (UID FLAGS)"}},
    {"say": {"title": {"en": "A flag"}, "text": {"en": "The phone marks."}, "client": "phone"}},
    {"highlight": {"pane": "mailbox", "message": 1}},
    {"send": {"client": "phone", "line": "b3 STORE 1 +FLAGS (\\Seen)", "wait": false}},
    {"ask": {"client": "laptop", "question": {"en": "What lands at the laptop?"},
             "hints": [{"en": "Who asked?"}, {"en": "Not the laptop."}],
             "options": [
               {"words": {"en": "nothing"}, "grade": "happened", "why": {"en": "It is owed."}},
               {"line": "* 1 FETCH (FLAGS (\\Seen))", "grade": "legal", "why": {"en": "Later."}}]}},
    {"highlight": {"pane": "mailbox", "client": "phone", "message": 1, "flag": "\\Seen"}},
    {"highlight": {"pane": "traffic", "client": "phone", "line": "b3 OK *"}},
    {"say": {"title": {"en": "Asking"}, "text": {"en": "The laptop asks."}, "client": "laptop"}},
    {"send": {"client": "laptop", "line": "a2 NOOP"}}
  ]
})json";

/// "2 asked": the step, and the rest that the play head stands at; "2 …": it is on its way.
std::string place(WholeWindow& window) {
  const LessonText lesson = *window.scene().lesson;
  const char* const names[] = {"told", "asked", "turned out", "done"};
  const std::string name = lesson.resting ? names[static_cast<int>(lesson.rest)] : "…";
  return std::to_string(lesson.step) + " " + name;
}

void press_space(WholeWindow& window) {
  window.backend.press(Key::space);
  window.play_out();
}

}  // namespace

TEST_CASE("Space plays from rest to rest, and halts at each") {
  WholeWindow window(open_lesson(small_lesson));
  CHECK(place(window) == "1 told");
  window.backend.press(Key::space);
  window.wait(0.05);
  CHECK(place(window) == "1 …");
  window.play_out();
  CHECK(place(window) == "1 done");
  press_space(window);
  CHECK(place(window) == "2 told");
  press_space(window);
  CHECK(place(window) == "2 asked");
  window.backend.press(digit(2));
  window.backend.press(Key::enter);
  window.play_out();
  CHECK(place(window) == "2 turned out");
  press_space(window);
  CHECK(place(window) == "2 done");
  CHECK(window.scene().lesson->finished);
  CHECK_FALSE(window.scene().lesson->can_go_on);
  press_space(window);
  CHECK(place(window) == "2 done");
}

TEST_CASE(
    "a rest lasts until a key is pressed, however long, and fast play does not leap over it") {
  WholeWindow window(open_lesson(small_lesson));
  window.obey({SetSpeed{4}});
  press_space(window);
  const auto head = window.state.head;
  window.wait(30);
  CHECK(window.state.head == head);
  CHECK(place(window) == "1 done");
}

TEST_CASE("Space pauses on the way, and goes on from there") {
  WholeWindow window(open_lesson(small_lesson));
  window.backend.press(Key::space);
  window.wait(0.1);
  window.backend.press(Key::space);
  CHECK_FALSE(window.state.playing);
  press_space(window);
  CHECK(place(window) == "1 done");
}

TEST_CASE("Page Down and Page Up go to the next and the previous rest at once") {
  WholeWindow window(open_lesson(small_lesson));
  window.backend.press(Key::page_down);
  CHECK(place(window) == "1 done");
  window.backend.press(Key::page_down);
  CHECK(place(window) == "2 told");
  window.backend.press(Key::page_down);
  CHECK(place(window) == "2 asked");
  const auto asked = window.state.head;
  window.backend.press(Key::page_down);
  CHECK(window.state.head == asked);
  window.backend.press(Key::page_up);
  CHECK(place(window) == "2 told");
  window.backend.press(Key::page_up);
  CHECK(place(window) == "1 done");
  window.backend.press(Key::page_up);
  CHECK(place(window) == "1 told");
  window.backend.press(Key::page_up);
  CHECK(place(window) == "1 told");
}

TEST_CASE("the outcome stays with its step, and stepping back brings it back") {
  WholeWindow window(open_lesson(small_lesson));
  window.backend.press(Key::end);
  window.backend.press(digit(2));
  window.backend.press(Key::enter);
  window.play_out();
  const Question seen = *window.scene().lesson->question;
  CHECK(seen.outcome == Grade::legal);
  CHECK(seen.why == "Not yet.");
  CHECK(seen.happened == "* 3 EXISTS");
  window.backend.press(Key::page_down);
  CHECK(window.scene().lesson->question->outcome == Grade::legal);
  window.backend.press(Key::page_up);
  CHECK(place(window) == "2 turned out");
  CHECK(window.scene().lesson->question->outcome == Grade::legal);
  window.backend.press(Key::page_up);
  CHECK(place(window) == "2 asked");
  CHECK(window.scene().lesson->question->locked);
  CHECK_FALSE(window.scene().lesson->question->outcome.has_value());
}

TEST_CASE("a key that has to wait for an answer nudges, once for each question") {
  WholeWindow window(open_lesson(small_lesson));
  window.backend.press(Key::end);
  const auto nudges = [&] { return window.scene().lesson->question->nudge; };
  CHECK_FALSE(nudges());
  window.backend.press(Key::right);
  CHECK(nudges());
  window.backend.press(digit(1));
  CHECK_FALSE(nudges());
  for (const Key key : {Key::right, Key::space, Key::page_down}) {
    window.backend.press(key);
    CHECK_FALSE(nudges());
  }
}

TEST_CASE("trying again sets the wire back to the question, and the first try counts") {
  WholeWindow window(open_lesson(small_lesson));
  window.backend.press(Key::end);
  const std::size_t known = window.lines();
  const auto asked = window.state.head;
  window.backend.press(digit(3));
  window.backend.press(Key::enter);
  window.play_out();
  REQUIRE(window.scene().lesson->question->can_try_again);
  window.obey({TryAgain{}});
  CHECK(window.lines() == known);
  CHECK(window.state.head == asked);
  CHECK(place(window) == "2 asked");
  CHECK_FALSE(window.scene().lesson->question->locked);
  CHECK(window.scene().covered);
  window.backend.press(digit(1));
  window.backend.press(Key::enter);
  window.play_out();
  const LessonText lesson = *window.scene().lesson;
  CHECK(lesson.question->outcome == Grade::happened);
  CHECK(lesson.question->first_try == Grade::illegal);
  CHECK_FALSE(lesson.question->can_try_again);
  CHECK(lesson.dots == std::vector{Earned::open, Earned::wrong});
  CHECK(lesson.score.right == 0);
  CHECK(lesson.score.answered == 1);
}

TEST_CASE("hints come one by one, to who asks for them") {
  WholeWindow window(open_lesson(two_clients_lesson));
  window.backend.press(Key::end);
  const auto question = [&] { return *window.scene().lesson->question; };
  CHECK(question().hints.empty());
  CHECK(question().more_hints == 2);
  window.obey({ShowHint{}});
  CHECK(question().hints == std::vector<std::string>{"Who asked?"});
  window.obey({ShowHint{}, ShowHint{}});
  CHECK(question().hints.size() == 2);
  CHECK(question().more_hints == 0);
}

TEST_CASE("a set-up passes in 1.5 s with one caption, and line by line for who wants to") {
  WholeWindow window(open_lesson(two_clients_lesson));
  const auto begins = window.state.head;
  const Scene scene = window.scene();
  REQUIRE(scene.lesson->set_up.has_value());
  CHECK(scene.lesson->set_up->text == "both clients open INBOX");
  CHECK(scene.lesson->note == "Ask who owes whom.");
  std::size_t lines = 0;
  for (const auto& line : scene.timeline->lines()) {
    const bool crosses = !line.bytes.empty() && line.kind != observer::LineKind::note;
    const bool in_set_up = crosses && line.tag != "b3";
    lines += in_set_up ? 1 : 0;
  }
  CHECK(scene.lesson->set_up->lines == lines);
  window.backend.press(Key::right);
  window.backend.press(Key::right);
  CHECK(place(window) == "1 …");
  press_space(window);
  CHECK(place(window) == "1 done");
  const auto lasts = window.state.head.us - begins.us;
  CHECK(lasts <= observer::Presentation::hurried_us + observer::Presentation::pause_us);
}

TEST_CASE("the pane shows the client that the step speaks of, until the viewer chooses another") {
  WholeWindow window(open_lesson(two_clients_lesson));
  const auto shown = [&] {
    const Scene scene = window.scene();
    return find_lane(scene, scene.client)->name;
  };
  press_space(window);
  window.backend.press(Key::page_down);
  CHECK(place(window) == "2 told");
  CHECK(shown() == "phone");
  window.backend.press(Key::page_down);
  CHECK(place(window) == "2 asked");
  CHECK(shown() == "laptop");
  CHECK(window.scene().covered_lane == 0);
  window.backend.press(letter('c'));
  CHECK(shown() == "phone");
  window.backend.press(digit(1));
  window.backend.press(Key::enter);
  window.play_out();
  CHECK(shown() == "phone");
  window.backend.press(Key::page_down);
  CHECK(place(window) == "3 told");
  CHECK(shown() == "laptop");
}

TEST_CASE("a highlight names a pane and what in it, and gives nothing away before the outcome") {
  WholeWindow window(open_lesson(two_clients_lesson));
  window.backend.press(Key::end);
  {
    const LessonText asked = *window.scene().lesson;
    CHECK(asked.pane == "mailbox");
    REQUIRE(asked.highlights.size() == 1);
  }
  window.backend.press(digit(1));
  window.backend.press(Key::enter);
  window.play_out();
  const Scene scene = window.scene();
  REQUIRE(scene.lesson->highlights.size() == 3);
  const Highlight& flag = scene.lesson->highlights[1];
  CHECK(flag.uid == Uid{1});
  CHECK(flag.flag == "\\Seen");
  CHECK(flag.client == lane_named(scene, "phone")->connection);
  const Highlight& line = scene.lesson->highlights[2];
  REQUIRE(line.line.has_value());
  CHECK(scene.timeline->lines()[line.line->value].bytes.starts_with("b3 OK "));
}

TEST_CASE("steps are jumped to as far as they are earned") {
  WholeWindow window(open_lesson(two_clients_lesson));
  const auto dots = [&] { return window.scene().lesson->dots; };
  CHECK(dots() == std::vector{Earned::open, Earned::asks, Earned::closed});
  window.obey({JumpToStep{2}});
  CHECK(place(window) == "2 told");
  window.obey({JumpToStep{3}});
  CHECK(place(window) == "2 told");
  window.backend.press(Key::end);
  window.backend.press(digit(1));
  window.backend.press(Key::enter);
  window.play_out();
  CHECK(dots() == std::vector{Earned::open, Earned::right, Earned::open});
  window.obey({JumpToStep{3}});
  CHECK(place(window) == "3 told");
  window.obey({JumpToStep{1}});
  CHECK(place(window) == "1 told");
}

TEST_CASE("no branch shows what an open question asks for") {
  WholeWindow window(open_lesson(two_clients_lesson));
  window.backend.press(Key::end);
  const auto send = [&](const char* line) {
    window.state.message = {};
    window.obey({SendConsole{lane_named(window.scene(), "phone")->connection, line}});
    return in_english(window.state.message);
  };
  CHECK(send("b9 FETCH 1 FLAGS") ==
        "A question waits. Answer it first, or step back to before step 2 and send from there.");
  window.backend.press(Key::page_up);
  window.backend.press(Key::page_up);
  CHECK(place(window) == "1 done");
  CHECK(send("b9 STORE 1 +FLAGS (\\Seen)") == "Step 2 asks what this brings. Answer there first.");
  CHECK(window.state.document->recordings().size() == 1);
  CHECK(send("b9 FETCH 1 FLAGS") == "");
  REQUIRE(window.state.document->recordings().size() == 2);
  window.play_out();
  const Scene scene = window.scene();
  CHECK_FALSE(scene.lesson->question.has_value());
  CHECK_FALSE(scene.covered);
  for (const auto& line : scene.timeline->lines()) CHECK(line.tag != "b3");
  CHECK(send("b10 STORE 1 +FLAGS (\\Seen)") == "Step 2 asks what this brings. Answer there first.");
}

TEST_CASE("the lesson says its goal, what was learned, and which lesson follows") {
  WholeWindow window(open_lesson(small_lesson));
  window.state.lessons = find_lessons(disk::DiskFiles(), IMAPSCOPE_SOURCE_DIR "/lessons");
  const LessonText lesson = *window.scene().lesson;
  CHECK(lesson.goal == "Test the window.");
  REQUIRE(lesson.next_lesson.has_value());
  CHECK(window.state.lessons[*lesson.next_lesson].number == 8);
  window.obey({NextLesson{}});
  CHECK(window.scene().lesson->number == 8);
}
