#include "tests/gui/whole_window.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

#include "gui/app/document/capture_document.h"
#include "gui/app/make/make_start.h"
#include "sim/trace/jsonl.h"
#include "sim/trace/read.h"
#include "tests/in_english.h"
#include "tests/temporary.h"

using namespace imapscope;
using namespace imapscope::gui;

namespace {

constexpr Modifiers shift{.shift = true};
constexpr Modifiers ctrl{.ctrl = true};

const char* const transcript =
    "S: * OK ready\r\nC: a1 LOGIN ada secret\r\nS: a1 OK done\r\nC: a2 SELECT INBOX\r\n"
    "S: * 2 EXISTS\r\nS: a2 OK [READ-WRITE] done\r\n";

std::unique_ptr<Document> open_capture(const std::string& text, const std::string& name) {
  auto trace = trace::read(text, name);
  REQUIRE(trace.has_value());
  return std::make_unique<CaptureDocument>(std::move(*trace), name);
}

std::unique_ptr<Document> open_transcript() {
  return open_capture(transcript, "small.txt");
}

const std::string lessons = IMAPSCOPE_SOURCE_DIR "/lessons";

}  // namespace

TEST_CASE("Space plays and pauses") {
  WholeWindow window(open_lesson(small_lesson));
  window.backend.press(Key::space);
  CHECK(window.state.playing);
  window.backend.press(Key::space);
  CHECK_FALSE(window.state.playing);
}

TEST_CASE("the arrow keys step by line, forward and back to the same place") {
  WholeWindow window(open_lesson(small_lesson));
  std::vector<observer::ShownTime> places;
  for (int i = 0; i < 8; ++i) {
    places.push_back(window.state.head);
    window.backend.press(Key::right);
    CHECK(window.state.head > places.back());
  }
  for (; !places.empty(); places.pop_back()) {
    window.backend.press(Key::left);
    CHECK(window.state.head == places.back());
  }
}

TEST_CASE("with Shift, a step is a whole exchange") {
  WholeWindow window(open_lesson(small_lesson));
  WholeWindow other(open_lesson(small_lesson));
  for (int i = 0; i < 8; ++i) {
    window.backend.press(Key::right, shift);
    other.backend.press(Key::right);
  }
  CHECK(window.state.head > other.state.head);
}

TEST_CASE("going back draws the same picture as having been there before") {
  WholeWindow window(open_lesson(small_lesson));
  for (int i = 0; i < 6; ++i) window.backend.press(Key::right);
  window.backend.frames(3);
  const int before = window.backend.vertices();
  window.backend.press(Key::right);
  window.backend.press(Key::left);
  window.backend.frames(3);
  CHECK(window.backend.vertices() == before);
}

TEST_CASE("nothing beyond an open question exists in the window, and End does not pass it") {
  WholeWindow window(open_lesson(small_lesson));
  const std::size_t known = window.lines();
  window.backend.press(Key::end);
  CHECK(window.lines() == known);
  for (const auto& line : window.state.document->current().timeline.lines()) {
    CHECK(line.bytes.find("3 EXISTS") == std::string::npos);
    CHECK(line.tag != "a4");
  }
  const Scene scene = window.scene();
  CHECK(scene.covered);
  CHECK_FALSE(scene.xray.has_value());
  CHECK_FALSE(scene.lesson->question->options[0].outcome.has_value());
}

TEST_CASE("a prediction is chosen by number, locked in by Enter, and the wire goes on") {
  WholeWindow window(open_lesson(small_lesson));
  window.backend.press(Key::end);
  const std::size_t known = window.lines();
  window.backend.press(digit(2));
  CHECK(window.state.draft.option == 1);
  window.backend.press(Key::enter);
  CHECK(window.lines() > known);
  CHECK(window.state.playing);
  window.play_out();
  const Scene scene = window.scene();
  REQUIRE(scene.lesson->question.has_value());
  CHECK(scene.lesson->question->locked);
  CHECK(scene.lesson->question->outcome == Grade::legal);
  CHECK(scene.lesson->question->options[0].outcome == Grade::happened);
  CHECK(scene.xray.has_value());
}

TEST_CASE("a click chooses an option, and another locks it in") {
  WholeWindow window(open_lesson(small_lesson));
  window.backend.press(Key::end);
  REQUIRE(window.backend.click("lesson.option.1"));
  CHECK(window.state.draft.option == 0);
  REQUIRE(window.backend.click("lesson.lock_in"));
  window.play_out();
  CHECK(window.scene().lesson->question->outcome == Grade::happened);
}

TEST_CASE("the console sends, and a line typed into the past makes a branch; both futures stay") {
  WholeWindow window(open_lesson(small_lesson));
  window.backend.press(Key::end);
  for (int i = 0; i < 3; ++i) window.backend.press(Key::left);
  const std::size_t lesson_lines = window.lines();
  REQUIRE(window.backend.click("console.line"));
  window.backend.type("FETCH 1 FLAGS");
  window.backend.press(Key::enter);
  REQUIRE(in_english(window.state.message) == "");
  REQUIRE(window.state.document->recordings().size() == 2);
  CHECK(window.state.document->branch() == 1);
  CHECK(window.state.document->current().timeline.lines().back().name == "OK");
  window.obey({ChooseBranch{0}});
  CHECK(window.lines() == lesson_lines);
}

TEST_CASE(
    "the console offers the tag that follows at the play head, not at the end of what is known") {
  WholeWindow window(open_lesson(small_lesson));
  window.state.document->answer_all_correctly();
  seek_to_end(window.state);
  CHECK(window.scene().console.next_tag == "a5");
  seek_to_start(window.state);
  while (window.scene().console.next_tag != "a3") {
    const auto before = window.state.head;
    window.backend.press(Key::right);
    REQUIRE(window.state.head > before);
  }
  CHECK(window.scene().head.moments < window.state.document->current().timeline.moments().size());
}

TEST_CASE("a client that connects again stays in its lane, and its new session is shown") {
  WholeWindow window(open_lesson(R"json({
    "number": 8, "title": {"en": "Again"}, "goal": {"en": "Come back."}, "level": "responding",
    "server": {"users": [{"name": "ada", "password": "analytical"}]},
    "steps": [
      {"say": {"title": {"en": "Come and go"}, "text": {"en": "The laptop comes twice."}}},
      {"connect": {"client": "laptop"}},
      {"send": {"client": "laptop", "line": "a1 LOGOUT"}},
      {"say": {"title": {"en": "Again"}, "text": {"en": "Here it is."}}},
      {"connect": {"client": "laptop"}},
      {"send": {"client": "laptop", "line": "a1 LOGIN ada analytical"}},
      {"connect": {"client": "phone"}}
    ]})json"));
  const auto first_session_over = [&] {
    const Scene scene = window.scene();
    const auto belief = scene.beliefs->find(scene.lanes.front().connection);
    return belief != scene.beliefs->end() && belief->second.closed;
  };
  while (!first_session_over()) window.backend.press(Key::right);
  CHECK_FALSE(window.scene().console.enabled);
  CHECK(window.scene().console.why_not.find("The connection of laptop is closed.") == 0);
  seek_to_end(window.state);
  const Scene scene = window.scene();
  REQUIRE(scene.lanes.size() == 2);
  CHECK(scene.lanes[0].name == "laptop");
  CHECK(scene.lanes[0].connections.size() == 2);
  CHECK(scene.lanes[0].connection == scene.lanes[0].connections.back());
  CHECK(scene.beliefs->at(scene.lanes[0].connection).state == State::authenticated);
  CHECK(scene.lanes[1].name == "phone");
  CHECK(find_lane(scene, scene.lanes[0].connections.front()) == &scene.lanes[0]);
}

TEST_CASE("keys belong to a text field while it has the focus, until Esc") {
  WholeWindow window(open_lesson(small_lesson));
  for (int i = 0; i < 3; ++i) window.backend.press(Key::right);
  const auto head = window.state.head;
  REQUIRE(window.backend.click("console.line"));
  window.backend.type(" ");
  window.backend.press(Key::home);
  window.backend.press(letter('t'));
  CHECK(window.state.head == head);
  CHECK_FALSE(window.state.playing);
  CHECK(window.state.view.brightness == Brightness::dark);
  window.backend.press(Key::escape);
  window.backend.press(letter('t'));
  CHECK(window.state.view.brightness == Brightness::light);
}

TEST_CASE("a capture has no lesson and no X-ray, and its console says why it is off") {
  WholeWindow window(open_transcript());
  window.backend.press(Key::end);
  const Scene scene = window.scene();
  CHECK_FALSE(scene.lesson.has_value());
  CHECK_FALSE(scene.xray.has_value());
  CHECK_FALSE(scene.console.enabled);
  CHECK(scene.console.why_not == "This is a capture: there is no server here that could answer.");
  CHECK(scene.beliefs->at(scene.client).state == State::selected);
}

TEST_CASE("a capture's password is masked before it reaches the window") {
  WholeWindow window(open_transcript());
  std::string login;
  for (const auto& line : window.state.document->current().timeline.lines()) {
    CHECK(line.bytes.find("secret") == std::string::npos);
    if (line.bytes.starts_with("a1 LOGIN")) login = line.bytes;
  }
  CHECK(login == "a1 LOGIN ada ******\r\n");
}

TEST_CASE("a file that cannot be read gives one sentence and keeps what was open") {
  WholeWindow window(open_lesson(small_lesson));
  const std::size_t known = window.lines();
  const test::TemporaryFolder folder;
  const auto damaged = folder.write("damaged.json", R"({"number": 1, "steps": [)");
  for (const std::string& path :
       {std::string("no/such/file.json"), damaged.string(), std::string("/")}) {
    CAPTURE(path);
    window.obey({OpenFile{path}});
    CHECK_FALSE(window.state.message.empty());
    CHECK(in_english(window.state.message).find('\n') == std::string::npos);
    CHECK(window.lines() == known);
  }
}

TEST_CASE("a trace that another program writes is followed as it grows") {
  auto whole = trace::read(transcript, "small.txt");
  REQUIRE(whole.has_value());
  trace::Trace beginning = *whole;
  beginning.events.resize(2);
  const test::TemporaryFolder folder;
  const auto path = folder.write("growing.jsonl", trace::print_jsonl(beginning));
  auto document = open_document(disk::DiskFiles(), path.string());
  REQUIRE(document.has_value());
  WholeWindow window(std::move(*document));
  const std::size_t known = window.lines();
  window.backend.press(Key::end);
  std::ofstream file(path, std::ios::binary | std::ios::app);
  for (std::size_t i = 2; i < whole->events.size(); ++i) {
    file << trace::print_event(whole->events[i]);
  }
  file.close();
  window.wait(0.3);
  CHECK(window.lines() > known);
  CHECK(window.state.playing);
  CHECK(window.scene().source == Source::live);
}

TEST_CASE("Ctrl with + and − zooms within bounds") {
  WholeWindow window(open_lesson(small_lesson));
  window.backend.press(Key::equal, ctrl);
  CHECK(window.state.view.zoom > 1);
  for (int i = 0; i < 40; ++i) window.backend.press(Key::minus, ctrl);
  CHECK(window.state.view.zoom == doctest::Approx(zoom_min));
}

TEST_CASE("a splitter is dragged") {
  WholeWindow window(open_lesson(small_lesson));
  const auto grip = window.backend.items().find("splitter.0");
  REQUIRE(grip.has_value());
  const ImVec2 from = grip->center();
  window.backend.drag(from, {from.x + 80, from.y});
  CHECK(window.state.view.shares[0] == doctest::Approx((from.x + 80) / 1280).epsilon(0.02));
}

TEST_CASE("a click in the mailbox pane shows what the next client believes") {
  auto document = open_document(disk::DiskFiles(), lessons + "/014_surprise.json");
  REQUIRE(document.has_value());
  WholeWindow window(std::move(*document));
  seek_to_end(window.state);
  window.backend.frames(2);
  const auto shown = [&] { return find_lane(window.scene(), window.scene().client)->name; };
  const std::string first = shown();
  REQUIRE(window.backend.click("mailbox.client"));
  CHECK(shown() != first);
  REQUIRE(window.backend.click("mailbox.client"));
  CHECK(shown() == first);
}

TEST_CASE("a click on a token explains it") {
  WholeWindow window(open_lesson(small_lesson));
  for (int i = 0; i < 5; ++i) window.backend.press(Key::right);
  REQUIRE(window.backend.click("inspector.token.1"));
  CHECK(window.state.view.selected_token == 1);
  CHECK(window.state.view.token_chosen);
}

TEST_CASE("what a token means stays in sight, however many tokens a line has") {
  std::string line = "* 1 FETCH (FLAGS (";
  for (int i = 0; i < 80; ++i) line += "$Keyword" + std::to_string(i) + " ";
  line.back() = ')';
  WholeWindow window(
      open_capture("S: * PREAUTH hello\r\nC: a1 NOOP\r\nS: " + line + ")\r\n", "long.txt"));
  seek_to_end(window.state);
  window.backend.frames(2);
  const auto words = window.backend.items().find("inspector.words");
  const auto last = window.backend.items().find("inspector.token.80");
  REQUIRE(words.has_value());
  REQUIRE(last.has_value());
  CHECK(last->min.y > words->min.y);  // the tokens alone would fill the pane
  CHECK(words->max.y - words->min.y >= 60);
  CHECK(words->max.y < 690);  // the console and the timeline lie below
}

TEST_CASE("the title opens the list of lessons, and a click there opens one") {
  WholeWindow window(open_transcript());
  window.state.lessons = find_lessons(disk::DiskFiles(), lessons);
  REQUIRE(window.state.lessons.size() >= 6);
  REQUIRE(window.backend.click("toolbar.title"));
  CHECK(window.state.view.lessons);
  window.backend.frames(1);
  REQUIRE(window.backend.click("lessons.1"));
  CHECK_FALSE(window.state.view.lessons);
  CHECK(window.scene().lesson->title == "1 · Hello");
}

TEST_CASE("the line that has just landed is explained, not one that still travels") {
  WholeWindow window(open_lesson(small_lesson));
  int landings = 0;
  for (int i = 0; i < 40; ++i) {
    window.backend.press(Key::right);
    const Scene scene = window.scene();
    const auto& moments = scene.timeline->moments();
    if (scene.head.moments == 0) continue;
    const auto& last = moments[scene.head.moments - 1];
    if (last.kind != observer::Moment::Kind::lands) continue;
    CHECK(scene.explained == last.line);
    ++landings;
  }
  CHECK(landings > 3);
}
