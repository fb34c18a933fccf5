// What is remembered from one run to the next, and what becomes of it when it is damaged.
#include "gui/app/remember/memory.h"

#include <doctest/doctest.h>

#include <string>

#include "gui/app/remember/note_progress.h"
#include "gui/app/remember/progress.h"
#include "gui/app/remember/settings.h"
#include "tests/gui/program.h"
#include "tests/in_english.h"

namespace imapscope::gui {
namespace {

lesson::Answer answer(lesson::Grade grade, lesson::Prediction prediction) {
  return {std::move(prediction), grade, {}, {}, ""};
}

}  // namespace

TEST_CASE("settings that were printed are read back") {
  WindowState state;
  state.view.brightness = Brightness::light;
  state.view.zoom = 1.5;
  state.view.motion = false;
  state.view.presenter = true;
  state.view.language = "ru";
  state.view.shares[0] = 0.3F;
  state.place = WindowPlace{-40, 20, 1000, 700};
  WindowState read;
  REQUIRE(read_settings(print_settings(state), read));
  CHECK(print_settings(read) == print_settings(state));
  CHECK(read.view.presenter);
  CHECK(read.place == state.place);
}

TEST_CASE("settings that make no sense stay as they were") {
  WindowState state;
  REQUIRE(read_settings(R"({"zoom": 99, "light": "yes", "splitters": [1],
                            "place": {"x": 0, "y": 0, "width": 5, "height": 5}})",
                        state));
  CHECK(state.view.zoom == zoom_max);
  CHECK(state.view.brightness == Brightness::dark);
  CHECK(state.view.shares == default_shares);
  CHECK_FALSE(state.place.has_value());
  CHECK(in_english(read_settings("[]", state).error()) == "It is no JSON object.");
}

TEST_CASE("passwords are not written down") {
  Progress progress;
  progress.task_done("a.json", 1,
                     {3,
                      {{"laptop", "a1 LOGIN ada hunter2"},
                       {"phone", "b1 LOGN ada hunter2"},
                       {"laptop", "a2 SELECT INBOX"}}});
  const std::string kept = print_progress(progress);
  CHECK(kept.find("hunter2") == std::string::npos);
  const auto again = read_progress(kept);
  REQUIRE(again);
  const Solved& solved = again->find("a.json")->tasks.at(1);
  REQUIRE(solved.lines.size() == 3);
  CHECK(solved.lines[0] == world::Send{"laptop", "a1 LOGIN ada *******"});
  CHECK(solved.lines[2] == world::Send{"laptop", "a2 SELECT INBOX"});
}

TEST_CASE("of a question the first try counts, and the last is kept, too") {
  Progress progress;
  progress.answered("a.json", 2, answer(lesson::Grade::legal, std::size_t{1}));
  progress.answered("a.json", 2, answer(lesson::Grade::happened, std::string("* 3 EXISTS")));
  progress.answered("a.json", 5, answer(lesson::Grade::happened, std::size_t{0}));
  progress.task_done("a.json", 6, {4, {{"laptop", "a1 NOOP"}}});
  progress.task_done("a.json", 6, {3, {{"phone", "b1 IDLE"}, {"phone", "DONE"}}});
  progress.task_done("a.json", 6, {5, {}});
  progress.reached("a.json", 7, true);
  progress.reached("a.json", 3, false);
  const LessonProgress& lesson = *progress.find("a.json");
  CHECK(lesson.right() == 1);
  CHECK(lesson.answers.at(2).last == lesson::Grade::happened);
  CHECK(lesson.answers.at(2).tried == lesson::Prediction(std::size_t{1}));
  CHECK(lesson.tasks.at(6).commands == 3);
  CHECK(lesson.tasks.at(6).lines.size() == 2);
  CHECK(lesson.step == 7);
  CHECK(lesson.done);
  CHECK(read_progress(print_progress(progress)) == progress);
  progress.forget("b.json");
  CHECK(progress.find("a.json") != nullptr);
  progress.forget("");
  CHECK(progress == Progress());
}

TEST_CASE("progress that cannot be understood is refused as a whole, and says where") {
  struct Row {
    const char* json;
    const char* error;
  };
  const std::string start = R"({"imapscope": "progress", "version": 1, "lessons": )";
  const Row rows[] = {
      {"", "It is no JSON object."},
      {"{\"imapscope\": \"progress\"", "It is no JSON object."},
      {"{}", "It holds no progress."},
      {R"({"imapscope": "progress", "version": 2, "lessons": {}})",
       "It was written by another version of imapscope."},
  };
  for (const Row& row : rows) CHECK(in_english(read_progress(row.json).error()) == row.error);
  for (
      const char* lesson :
      {"7", "{}", R"({"step": -1, "done": true, "answers": {}, "tasks": {}})",
       R"({"step": 1, "done": true, "answers": {"x": {}}, "tasks": {}})",
       R"({"step": 1, "done": true, "answers": {"1": {"first": "best"}}, "tasks": {}})",
       R"({"step": 1, "done": true, "answers": {}, "tasks": {"1": "two"}})",
       R"({"step": 1, "done": true, "answers": {}, "tasks": {"1": {"commands": 1}}})",
       R"({"step": 1, "done": true, "answers": {}, "tasks": {"1": {"commands": 1, "lines": [2]}}})",
       R"({"step": 1, "done": true, "tasks": {}, "answers":
            {"1": {"first": "legal", "last": "legal", "option": 1, "tried": 7}}})"}) {
    CAPTURE(lesson);
    CHECK(in_english(read_progress(start + "{\"a.json\": " + lesson + "}}").error()) ==
          "It is damaged where it speaks of a.json.");
  }
}

TEST_CASE("an answer is written down at once, and is there in the next run") {
  Program program({});
  program.backend.press(Key::end);
  program.backend.press(digit(2));
  program.wishes.clear();
  program.backend.press(Key::enter);
  CHECK(program.wished("home/progress.json"));
  REQUIRE(program.progress().answers.size() == 1);
  CHECK(program.progress().answers.begin()->second.first == lesson::Grade::legal);
  program.wishes.clear();
  program.backend.frames(3);
  CHECK_FALSE(program.wished("home/progress.json"));

  Program next(program.files);
  CHECK(next.progress().answers == program.progress().answers);
}

TEST_CASE("opening a file changes what was open last in the settings, and nothing else") {
  Program program({});
  REQUIRE(program.wished("home/window.json"));
  WindowState written;
  REQUIRE(read_settings(*program.files.read("home/window.json"), written));
  REQUIRE(written.start.recent.size() == 1);
  CHECK(written.start.recent[0].path == "lessons/007_small.json");
  written.start.recent.clear();
  CHECK(print_settings(written) == print_settings(WindowState()));
}

TEST_CASE("settings are written when the window rests, and only when they have changed") {
  Program program({});
  program.backend.frames(6);  // what was opened is remembered
  program.wishes.clear();
  program.backend.frames(6);
  CHECK_FALSE(program.wished("home/window.json"));
  program.backend.press(letter('t'));
  program.backend.frames(6);
  CHECK(program.wished("home/window.json"));
  program.wishes.clear();
  program.place = WindowPlace{10, 20, 900, 600};
  program.backend.frames(1);
  CHECK(program.wished("home/window.json"));

  const Program next(program.files);
  WindowState remembered = WindowState();
  REQUIRE(read_settings(*next.files.read("home/window.json"), remembered));
  CHECK(remembered.view.brightness == Brightness::light);
  CHECK(remembered.place == WindowPlace{10, 20, 900, 600});
}

TEST_CASE("a damaged file is told in a sentence and put aside before it is written anew") {
  MemoryFiles files;
  files["home/progress.json"] = R"({"imapscope": "progr)";
  Program program(files);
  REQUIRE(program.wishes.size() >= 2);
  CHECK(program.wishes[0].name == "home/progress.json");
  CHECK((program.wishes[0].what == FileWish::What::put_aside));
  CHECK(program.wishes[1].name == "home/progress.json");
  CHECK((program.wishes[1].what == FileWish::What::write));

  App app(files);
  app.remember("home");
  CHECK(
      in_english(app.state().message) ==
      "home/progress.json cannot be used: It is no JSON object. It is put aside, and begun anew.");
}

TEST_CASE("a file that cannot be written is told once, and left alone") {
  Program program({});
  program.app.could_not({FileWish::What::write, "home/progress.json"},
                        Said("home/progress.json cannot be written."));
  CHECK(in_english(program.app.state().message) == "home/progress.json cannot be written.");
  program.wishes.clear();
  program.backend.press(Key::end);
  program.backend.press(digit(1));
  program.backend.press(Key::enter);
  CHECK_FALSE(program.wished("home/progress.json"));
}

TEST_CASE("progress is reset for one lesson or for all, and the open lesson begins anew") {
  Program program({});
  program.backend.press(Key::end);
  program.backend.press(digit(1));
  program.backend.press(Key::enter);
  REQUIRE(program.progress().answers.size() == 1);
  program.app.obey({ResetProgress{"other.json"}});
  CHECK(program.progress().answers.size() == 1);
  program.app.obey({ResetProgress{}});
  program.backend.frames(2);
  CHECK(program.progress().answers.empty());
  CHECK(program.progress().step == 1);
  CHECK_FALSE(program.app.state().document->player()->steps().front().answer.has_value());
}

TEST_CASE("the list of lessons shows how far the learner is with each") {
  Program program({});
  for (const char* path : {"lessons/007_small.json", "lessons/008_other.json"}) {
    program.app.state().lessons.emplace_back().path = path;
  }
  program.backend.press(Key::end);
  program.backend.press(digit(1));
  program.backend.press(Key::enter);
  std::vector<LessonEntry> lessons = program.app.state().lessons;
  fill_progress(program.app.state().progress, lessons);
  CHECK(lessons[0].right == 1);
  CHECK(lessons[0].step >= 1);
  CHECK_FALSE(lessons[0].done);
  CHECK(lessons[1].step == 0);
}

TEST_CASE("what the viewer saves is wished for under a new name, once") {
  Program program({});
  program.app.state().start.home = "here";
  program.app.state().saves.push_back({"session.json", "{}"});
  program.wishes.clear();
  program.backend.frames(2);
  REQUIRE(program.wishes.size() == 1);
  CHECK((program.wishes[0].what == FileWish::What::write_new));
  CHECK(program.wishes[0].name == "here/session.json");
  program.app.was_written("here/session-2.json");
  CHECK(in_english(program.app.state().note) == "Saved as here/session-2.json.");
}

TEST_CASE("without a folder nothing is remembered, and a capture leaves no progress") {
  WholeWindow window(open_lesson(small_lesson));
  window.backend.press(letter('t'));
  window.backend.frames(6);
  CHECK(window.wishes.files.empty());
  CHECK(window.state.progress == Progress());
}

}  // namespace imapscope::gui
