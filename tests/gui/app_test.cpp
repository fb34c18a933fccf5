// The program around the panes: when it wants its next frame, and what it tells its window.
#include "gui/app/app.h"

#include <doctest/doctest.h>

#include "gui/app/document/live_document.h"
#include "gui/app/pace.h"
#include "sim/trace/jsonl.h"
#include "sim/trace/read.h"
#include "tests/gui/whole_window.h"
#include "tests/in_english.h"

namespace imapscope::gui {
namespace {

/// Frames that are drawn without a pause until the window sleeps; 100: it does not.
int frames_until_it_sleeps(WholeWindow& window) {
  int frames = 0;
  do {
    window.backend.frames(1);
  } while (window.wishes.next_frame_s == 0.0 && ++frames < 100);
  return frames;
}

}  // namespace

TEST_CASE("a frame is due where something moves, soon where it may, and else never") {
  struct Row {
    Activity activity;
    std::optional<double> due_s;
  };
  const Row rows[] = {
      {{}, std::nullopt},
      {{.moves = true}, 0},
      {{.settles = true}, 0},
      {{.moves = true, .blinks = true, .is_followed = true}, 0},
      {{.is_followed = true}, 0.25},
      {{.blinks = true, .is_followed = true}, 0.25},
      {{.blinks = true}, 0.4},
  };
  for (const Row& row : rows) CHECK(next_frame_in(row.activity) == row.due_s);
}

TEST_CASE("a window that is paused and untouched sleeps until there is input") {
  WholeWindow window(open_lesson(small_lesson));
  CHECK(frames_until_it_sleeps(window) <= frames_to_settle);
  CHECK_FALSE(window.wishes.next_frame_s.has_value());
  window.backend.press(Key::right);
  CHECK(window.wishes.next_frame_s == 0.0);
  CHECK(frames_until_it_sleeps(window) <= frames_to_settle);
  CHECK_FALSE(window.wishes.next_frame_s.has_value());
}

TEST_CASE("while the play head runs every frame is wanted, and none when it rests again") {
  WholeWindow window(open_lesson(small_lesson));
  window.backend.press(Key::space);
  CHECK(frames_until_it_sleeps(window) == 100);
  window.play_out();
  CHECK(frames_until_it_sleeps(window) <= frames_to_settle);
}

TEST_CASE("what has moved settles before the window sleeps") {
  WholeWindow window(open_lesson(small_lesson));
  window.backend.press(Key::space);
  window.backend.frames(10);
  REQUIRE(window.state.playing);
  while (window.state.playing) window.wait(0.1);
  CHECK(frames_until_it_sleeps(window) == frames_to_settle - 1);
}

TEST_CASE("a text cursor blinks at a few frames a second") {
  WholeWindow window(open_lesson(small_lesson));
  for (int i = 0; i < 3; ++i) window.backend.press(Key::right);
  REQUIRE(window.backend.click("console.line"));
  CHECK(frames_until_it_sleeps(window) <= frames_to_settle);
  CHECK(window.wishes.next_frame_s == 0.4);
}

TEST_CASE("a followed file is looked at four times a second, until it is gone") {
  MemoryFiles files;
  trace::Trace trace = *trace::read("S: * OK ready\r\nC: a1 NOOP\r\n", "small.txt");
  files["live.jsonl"] = trace::print_jsonl(trace);
  WindowState state;
  REQUIRE(open_file(state, files, "live.jsonl"));
  const std::size_t known = state.document->current().timeline.lines().size();
  files["live.jsonl"] += trace::print_event(trace.events.back());
  advance(state, 0.1, files);
  CHECK(state.document->current().timeline.lines().size() == known);
  advance(state, 0.16, files);
  CHECK(state.document->current().timeline.lines().size() > known);
  CHECK(state.document->source() == Source::live);
  files.remove("live.jsonl");
  advance(state, 0.3, files);
  CHECK(in_english(state.message) == "live.jsonl cannot be opened: no such file, or no right to.");
  CHECK_FALSE(state.document->is_followed());
}

TEST_CASE("what moves without the play head keeps the window awake for as long as it says") {
  WholeWindow window(open_lesson(small_lesson));
  frames_until_it_sleeps(window);
  window.state.stirs_s = 0.5;
  window.backend.frames(1);
  CHECK(window.wishes.next_frame_s == 0.0);
  window.wait(0.6);
  CHECK(frames_until_it_sleeps(window) <= frames_to_settle);
}

TEST_CASE("the title is told when it changes, and only then: to set it wakes the window") {
  WholeWindow window(open_lesson(small_lesson));
  window.backend.frames(1);
  CHECK_FALSE(window.wishes.title.has_value());
  window.obey({OpenFile{IMAPSCOPE_SOURCE_DIR "/lessons/001_hello.json"}});
  window.backend.frames(1);
  CHECK(window.wishes.title == "Hello · imapscope");
  window.backend.frames(1);
  CHECK_FALSE(window.wishes.title.has_value());
}

TEST_CASE("with nothing open there is a window all the same") {
  WholeWindow window(nothing_open());
  window.backend.press(Key::space);
  window.backend.press(Key::right);
  window.backend.press(Key::end);
  const Scene scene = window.scene();
  CHECK(scene.source == Source::nothing);
  CHECK(scene.lanes.empty());
  CHECK(scene.console.why_not == "Nothing is open yet.");
}

}  // namespace imapscope::gui
