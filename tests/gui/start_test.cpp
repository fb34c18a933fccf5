#include "gui/panes/start/start.h"

#include <doctest/doctest.h>

#include "gui/panes/lesson/lesson_row.h"
#include "gui/panes/lesson/lessons_overlay.h"
#include "tests/gui/pane_script.h"
#include "tests/gui/start_scene.h"

namespace imapscope::gui {
namespace {

constexpr Modifiers ctrl{.ctrl = true};
constexpr Modifiers shift{.shift = true};

/// The start page alone in a window, and what it wished for.
struct Page {
  explicit Page(ImVec2 size = {1280, 800})
      : test(two_clients()), scene(start_scene(test)), script(pane, scene, size) {}

  void press(Key key, int times = 1, Modifiers held = {}) {
    for (int i = 0; i < times; ++i) script.ui.press(key, held);
  }
  /// The path that was to be opened since the last call; empty if none was.
  std::string opened() {
    const auto* open = script.only<OpenFile>();
    return open == nullptr ? "" : open->path;
  }
  bool shows(std::string_view name) {
    script.ui.frames(2);
    return script.ui.items().find(name).has_value();
  }

  TestScene test;
  Scene scene;
  StartPane pane;
  PaneScript script;
};

}  // namespace

TEST_CASE("Enter goes on with the lesson where the learner is") {
  Page page;
  page.press(Key::enter);
  CHECK(page.opened() == "lessons/8.json");
}

TEST_CASE("Del asks before a lesson's progress is forgotten, and Enter says yes") {
  Page page;
  page.press(Key::del);
  CHECK(page.shows("lessons.forget"));
  CHECK(page.script.intents.empty());
  page.press(Key::enter);
  const auto* reset = page.script.only<ResetProgress>();
  REQUIRE(reset != nullptr);
  CHECK(reset->lesson == "8.json");
  CHECK_FALSE(page.shows("lessons.forget"));
}

TEST_CASE("Shift Del asks for all lessons; Esc keeps what was reached, and the page") {
  Page page;
  page.scene.start->can_return = true;
  page.press(Key::del, 1, shift);
  page.press(Key::down);  // keys are the answer now
  page.press(Key::escape);
  CHECK(page.script.intents.empty());
  CHECK(page.shows("lessons.reset_all"));
  page.press(Key::del, 1, shift);
  page.press(Key::enter);
  const auto* reset = page.script.only<ResetProgress>();
  REQUIRE(reset != nullptr);
  CHECK(reset->lesson.empty());
}

TEST_CASE("the mouse resets, too, where there is something to reset") {
  Page page;
  REQUIRE(page.script.ui.click("lessons.reset_all"));
  REQUIRE(page.shows("lessons.keep"));
  REQUIRE(page.script.ui.click("lessons.keep"));
  REQUIRE(page.shows("lessons.reset"));
  REQUIRE(page.script.ui.click("lessons.reset"));
  REQUIRE(page.shows("lessons.forget"));
  REQUIRE(page.script.ui.click("lessons.forget"));
  const auto* reset = page.script.only<ResetProgress>();
  REQUIRE(reset != nullptr);
  CHECK(reset->lesson == "8.json");
  page.scene.lessons = {lesson_entry(1, "Hello", "First steps")};
  CHECK_FALSE(page.shows("lessons.reset"));
  CHECK_FALSE(page.shows("lessons.reset_all"));
}

TEST_CASE("with no lesson begun the cursor stands on the first that is not done") {
  Page page;
  page.scene.here.clear();
  StartPane fresh;
  PaneScript script(fresh, page.scene, {1280, 800});
  script.ui.press(Key::enter);
  const auto* open = script.only<OpenFile>();
  REQUIRE(open != nullptr);
  CHECK(open->path == "lessons/8.json");
}

TEST_CASE("the arrows walk through lessons and headings, and stop at both ends") {
  Page page;
  page.press(Key::down);
  page.press(Key::enter);
  CHECK(page.opened() == "lessons/11.json");
  page.press(Key::down, 9);
  page.press(Key::enter);
  CHECK(page.opened() == "lessons/14.json");
  page.press(Key::up, 20);
  page.press(Key::down);
  page.press(Key::enter);
  CHECK(page.opened() == "lessons/1.json");
}

TEST_CASE("Space folds the group of the cursor; Space or Enter on its heading opens it again") {
  for (const Key key : {Key::space, Key::enter}) {
    Page page;
    CHECK(page.shows("lessons.8"));
    page.press(Key::space);
    CHECK_FALSE(page.shows("lessons.8"));
    CHECK(page.shows("lessons.14"));
    page.press(key);
    CHECK(page.shows("lessons.8"));
    CHECK(page.script.intents.empty());
  }
}

TEST_CASE("a click folds a group and opens a lesson") {
  Page page;
  REQUIRE(page.script.ui.click("lessons.group.First steps"));
  CHECK_FALSE(page.shows("lessons.1"));
  REQUIRE(page.script.ui.click("lessons.11"));
  CHECK(page.opened() == "lessons/11.json");
}

TEST_CASE("/ finds a lesson by what is typed, Enter opens it, Esc shows all again") {
  Page page;
  page.press(Key::slash);
  page.script.ui.frames(2);
  page.script.ui.type("surp");
  CHECK_FALSE(page.shows("lessons.8"));
  page.press(Key::enter);
  CHECK(page.opened() == "lessons/14.json");
  page.press(Key::slash);
  page.script.ui.frames(2);
  page.press(Key::escape);
  CHECK(page.shows("lessons.8"));
}

TEST_CASE(
    "Tab goes from lessons to a new session, to open, to recent files, to follow, and round") {
  Page page;
  page.press(Key::tab);
  page.press(Key::enter);
  const auto* session = page.script.only<NewSession>();
  REQUIRE(session != nullptr);
  CHECK(session->clients == 2);
  CHECK(session->mailbox == "five.mbox");
  page.press(Key::tab);
  page.press(Key::enter);
  CHECK(page.script.only<ShowFiles>() != nullptr);
  page.press(Key::tab);
  page.press(Key::down);
  page.press(Key::enter);
  CHECK(page.opened() == "curl.pcap");
  page.press(Key::tab);
  page.script.ui.frames(2);
  page.press(Key::enter);
  CHECK(page.opened() == "live.jsonl");
  page.press(Key::tab);
  page.script.ui.frames(2);
  page.press(Key::enter);
  CHECK(page.opened() == "lessons/8.json");
  page.press(Key::tab, 1, shift);
  page.script.ui.frames(2);
  page.press(Key::enter);
  CHECK(page.opened() == "live.jsonl");
}

TEST_CASE("a new session is set up by arrows and digits") {
  Page page;
  page.press(letter('n'));
  page.press(Key::up);
  page.press(Key::right);
  page.press(Key::up);
  page.press(Key::right, 2);
  page.press(Key::up);
  page.press(Key::right);
  page.press(Key::up);
  page.press(Key::right, 2);
  page.press(Key::enter);
  const auto* arrows = page.script.only<NewSession>();
  REQUIRE(arrows != nullptr);
  CHECK(arrows->clients == 4);
  CHECK(arrows->mailbox.empty());
  CHECK(arrows->greeting == SessionGreeting::preauth);
  CHECK(arrows->profile == "modern");
  page.press(digit(1));
  page.press(Key::enter);
  const auto* typed = page.script.only<NewSession>();
  REQUIRE(typed != nullptr);
  CHECK(typed->clients == 1);
}

TEST_CASE("a new session is set up by clicks") {
  Page page;
  REQUIRE(page.script.ui.click("start.clients.3"));
  REQUIRE(page.script.ui.click("start.mailbox.back"));
  REQUIRE(page.script.ui.click("start.server.next"));
  REQUIRE(page.script.ui.click("start.session"));
  const auto* session = page.script.only<NewSession>();
  REQUIRE(session != nullptr);
  CHECK(session->clients == 3);
  CHECK(session->mailbox.empty());
  CHECK(session->profile == "classic");
}

TEST_CASE("Ctrl and a digit open a recent file wherever the keyboard is") {
  Page page;
  page.press(digit(2), 1, ctrl);
  CHECK(page.opened() == "curl.pcap");
}

TEST_CASE("F goes to the file to follow, what is typed there is followed") {
  Page page;
  page.press(letter('f'));
  page.script.ui.frames(2);
  page.script.ui.type("x");
  page.press(Key::enter);
  CHECK(page.opened() == "live.jsonlx");
}

TEST_CASE("Esc goes back to what is open, if something is") {
  Page page;
  page.press(Key::escape);
  CHECK(page.script.intents.empty());
  page.scene.start->can_return = true;
  page.press(Key::escape);
  const auto* back = page.script.only<ShowStart>();
  REQUIRE(back != nullptr);
  CHECK_FALSE(back->shown);
}

TEST_CASE("a page below the window's width shows one column at a time") {
  Page page({640, 400});
  CHECK(page.shows("lessons.8"));
  CHECK_FALSE(page.shows("start.clients.1"));
  page.press(Key::tab);
  CHECK_FALSE(page.shows("lessons.8"));
  CHECK(page.shows("start.clients.1"));
  REQUIRE(page.script.ui.click("start.lessons"));
  CHECK(page.shows("lessons.8"));
}

TEST_CASE("nothing that can be pressed lies outside of the page, in any size") {
  for (const ImVec2 size : {ImVec2{1280, 720}, {1920, 1080}, {900, 600}, {760, 500}, {640, 400}}) {
    CAPTURE(size.x);
    Page page(size);
    for (const auto& item : page.script.ui.items().all()) {
      const std::string& name = item.first;
      const auto& rect = item.second;
      CAPTURE(name);
      CHECK(rect.min.x >= 0);
      CHECK(rect.max.x <= size.x);
    }
  }
}

TEST_CASE("goals go where there is no room for them") {
  const Theme theme = make_theme(Brightness::dark, 1, false, true);
  CHECK(lesson_columns(theme, 0, 800).goal > 0);
  CHECK(lesson_columns(theme, 0, 520).goal == 0);
}

TEST_CASE("a long list scrolls, and the cursor stays in view") {
  Page page;
  for (int number = 20; number < 90; ++number) {
    page.scene.lessons.push_back(lesson_entry(number, "More", "Messages"));
  }
  CHECK_FALSE(page.shows("lessons.89"));
  page.press(Key::end);
  page.press(Key::up);
  page.script.ui.frames(3);
  const auto last = page.script.ui.items().find("lessons.89");
  REQUIRE(last.has_value());
  CHECK(last->max.y <= 760);
  page.press(Key::enter);
  CHECK(page.opened() == "lessons/89.json");
}

TEST_CASE("the list above a lesson has the same rows and keys, and Esc leaves it") {
  TestScene test(two_clients());
  Scene scene = start_scene(test);
  scene.start.reset();
  scene.view.lessons = true;
  LessonsOverlay overlay;
  Intents intents;
  NullBackend ui(test_faces(), {1280, 720}, [&] { overlay.draw(scene, 1280, 720, intents); });
  ui.frames(3);
  CHECK(ui.items().find("lessons.8").has_value());
  ui.press(Key::down);
  ui.press(Key::enter);
  REQUIRE(intents.size() == 1);
  CHECK(std::get<OpenFile>(intents[0]).path == "lessons/11.json");
  intents.clear();
  ui.press(Key::slash);
  ui.frames(2);
  ui.type("surp");
  ui.frames(2);
  CHECK_FALSE(ui.items().find("lessons.8").has_value());
  ui.press(Key::escape);
  CHECK(intents.empty());
  ui.press(Key::escape);
  REQUIRE(intents.size() == 1);
  CHECK_FALSE(std::get<ShowLessons>(intents[0]).shown);
}

}  // namespace imapscope::gui
