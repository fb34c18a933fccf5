// The console in the whole window: a learner types commands, literals, SASL responses and DONE.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "tests/gui/sized_window.h"
#include "tests/gui/whole_window.h"
#include "tests/in_english.h"

using namespace imapscope;
using namespace imapscope::gui;

namespace {

/// A laptop, with these lines sent in the script.
std::string lesson_with(const std::vector<std::string>& lines) {
  std::string json = R"json({
    "number": 9, "title": {"en": "Console"}, "goal": {"en": "Type."}, "level": "responding",
    "server": {"users": [{"name": "ada", "password": "analytical"}]},
    "steps": [
      {"say": {"title": {"en": "Here"}, "text": {"en": "A laptop."}}},
      {"deliver": {"user": "ada", "message": ["Subject: One", "", "1"]}},
      {"connect": {"client": "laptop"}})json";
  for (const std::string& line : lines) {
    json += ",\n{\"send\": {\"client\": \"laptop\", \"line\": \"" + line + "\"}}";
  }
  return json + "]}";
}

class Typist {
 public:
  explicit Typist(const std::vector<std::string>& script)
      : window(open_lesson(lesson_with(script).c_str())) {
    seek_to_end(window.state);
    window.backend.frames(2);
  }

  void into(const char* field) {
    REQUIRE(window.backend.click(field));
    window.backend.frames(2);
  }
  void type(const std::string& text) { window.backend.type(text); }
  void enter(Modifiers held = {}) {
    window.backend.press(Key::enter, held);
    window.play_out();
    window.backend.frames(3);
  }
  void line(const std::string& text) {
    into("console.line");
    type(text);
    enter();
  }
  [[nodiscard]] const observer::Line& newest() const {
    return window.state.document->current().timeline.lines().back();
  }
  [[nodiscard]] std::string newest_command() const {
    const auto lines = window.state.document->current().timeline.lines();
    for (auto line = lines.rbegin(); line != lines.rend(); ++line) {
      if (line->kind == observer::LineKind::command) return line->bytes;
    }
    return {};
  }
  [[nodiscard]] bool has_sent(std::string_view bytes) const {
    const auto lines = window.state.document->current().timeline.lines();
    return std::any_of(lines.begin(), lines.end(),
                       [&](const observer::Line& line) { return line.bytes == bytes; });
  }
  [[nodiscard]] ConsoleInfo console() { return window.scene().console; }

  WholeWindow window;
};

const std::vector<std::string> opened{"a1 LOGIN ada analytical", "a2 SELECT INBOX"};

}  // namespace

TEST_CASE("a whole APPEND is typed: the line, and then its octets without a tag") {
  Typist typist(opened);
  typist.line("APPEND INBOX (\\Seen) {11}");
  REQUIRE(typist.console().asked.has_value());
  CHECK(typist.console().asked->kind == Asked::Kind::octets);
  CHECK(typist.console().asked->octets == 11);
  CHECK(typist.console().asked->command == "a3 APPEND INBOX (\\Seen) {11}");
  typist.into("console.octets");
  typist.type("Hi");
  typist.enter();
  typist.type("there");
  const std::size_t before = typist.window.lines();
  typist.enter({.ctrl = true});
  CHECK(typist.window.lines() == before);  // two octets are missing
  typist.into("console.octets");
  typist.window.backend.press(Key::end, {.ctrl = true});
  typist.enter();
  typist.enter();
  CHECK(in_english(typist.window.state.message) == "");
  CHECK(typist.newest_command() == "a3 APPEND INBOX (\\Seen) {11}\r\nHi\r\nthere\r\n\r\n");
  CHECK_FALSE(typist.console().asked.has_value());
  CHECK(typist.console().next_tag == "a4");
}

TEST_CASE("too many octets are not sent") {
  Typist typist(opened);
  typist.line("APPEND INBOX {3}");
  typist.into("console.octets");
  typist.type("four");
  const std::size_t before = typist.window.lines();
  typist.enter({.ctrl = true});
  CHECK(typist.window.lines() == before);
  CHECK(typist.console().asked.has_value());
}

TEST_CASE("a command with several literals goes on behind each of them") {
  Typist typist({});
  typist.line("LOGIN {3}");
  REQUIRE(typist.console().asked.has_value());
  typist.into("console.octets");
  typist.type("ada");
  typist.into("console.rest");
  typist.type(" {10}");
  typist.enter();
  REQUIRE(typist.console().asked.has_value());
  CHECK(typist.console().asked->octets == 10);
  typist.into("console.octets");
  typist.type("analytical");
  typist.enter();
  CHECK(typist.newest().name == "OK");
  CHECK(typist.console().known.state == State::authenticated);
}

TEST_CASE("AUTHENTICATE is answered with base64 of what is typed") {
  Typist typist({});
  typist.line("AUTHENTICATE PLAIN");
  REQUIRE(typist.console().asked.has_value());
  CHECK(typist.console().asked->kind == Asked::Kind::sasl_response);
  CHECK(typist.console().asked->mechanism == "PLAIN");
  typist.into("console.sasl");
  typist.type("\\0ada\\0analytical");
  typist.enter();
  CHECK(typist.newest().name == "OK");
  CHECK(typist.console().known.state == State::authenticated);
  CHECK(typist.console().next_tag == "a2");
}

TEST_CASE("a single star gives the dialogue up, as it is") {
  Typist typist({});
  typist.line("AUTHENTICATE PLAIN");
  typist.into("console.sasl");
  typist.type("*");
  typist.enter();
  CHECK(typist.newest().condition == Condition::bad);
}

TEST_CASE("in IDLE an empty line is DONE, and it has no tag") {
  Typist typist(opened);
  typist.line("IDLE");
  REQUIRE(typist.console().asked.has_value());
  CHECK(typist.console().asked->kind == Asked::Kind::done);
  typist.into("console.line");
  typist.enter();
  CHECK(typist.newest().bytes.starts_with("a3 OK"));
  CHECK_FALSE(typist.console().asked.has_value());
}

TEST_CASE("while the plus is on its way nothing can be sent, and the console says so") {
  Typist typist(opened);
  typist.into("console.line");
  typist.type("APPEND INBOX {3}");
  typist.window.backend.press(Key::enter);
  CHECK_FALSE(typist.console().enabled);
  CHECK(typist.console().waits);
  CHECK(typist.console().why_not.find("a3 APPEND INBOX {3} waits") == 0);
}

TEST_CASE("what is typed while the plus is on its way is there when it comes") {
  struct Row {
    const char* command;
    const char* ahead;
    Asked::Kind asks;
    const char* then;
    const char* sent;  // the line, with its literal
  };
  constexpr Row rows[] = {
      {"APPEND INBOX {3}", "q", Asked::Kind::octets, "uo", "a3 APPEND INBOX {3}\r\nquo\r\n"},
      {"AUTHENTICATE PLAIN", "a", Asked::Kind::sasl_response, "b", "YWI=\r\n"},
      {"IDLE", "DO", Asked::Kind::done, "NE", "DONE\r\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.command);
    const bool signs_in = row.asks == Asked::Kind::sasl_response;
    Typist typist(signs_in ? std::vector<std::string>{} : opened);
    typist.into("console.line");
    typist.type(row.command);
    typist.window.backend.press(Key::enter);
    typist.window.backend.frames(3);
    REQUIRE(typist.console().waits);
    typist.type(row.ahead);
    CHECK(typist.console().waits);  // no letter acted as a shortcut
    typist.window.play_out();
    typist.window.backend.frames(5);
    REQUIRE(typist.console().asked.has_value());
    CHECK(typist.console().asked->kind == row.asks);
    typist.type(row.then);
    typist.enter();
    CHECK(typist.has_sent(row.sent));
  }
}

TEST_CASE("a tag of one's own is the tag, and the next one follows it") {
  Typist typist(opened);
  typist.line("z9 NOOP");
  CHECK(typist.newest_command() == "z9 NOOP\r\n");
  CHECK(typist.console().next_tag == "z10");
  typist.line("NOOP");
  CHECK(typist.newest_command() == "z10 NOOP\r\n");
}

TEST_CASE("with Ctrl a line goes out as it is typed, without a tag") {
  Typist typist(opened);
  typist.into("console.line");
  typist.type("NOOP");
  typist.enter({.ctrl = true});
  CHECK(typist.newest().condition == Condition::bad);
}

TEST_CASE("the arrows walk what was typed, over branches") {
  Typist typist(opened);
  typist.line("NOOP");
  typist.line("CHECK");
  typist.window.obey({ChooseBranch{0}});
  typist.window.backend.frames(2);
  typist.into("console.line");
  typist.window.backend.press(Key::up);
  typist.window.backend.press(Key::up);
  typist.enter();
  CHECK(typist.newest_command() == "a3 NOOP\r\n");
  CHECK(typist.window.state.document->recordings().size() == 3);
}

TEST_CASE("Tab completes verbs and arguments, and again takes the next") {
  Typist typist(opened);
  typist.into("console.line");
  typist.type("UID FET");
  typist.window.backend.press(Key::tab);
  typist.type("1 ");
  typist.window.backend.press(Key::tab);
  typist.window.backend.press(Key::tab);
  typist.enter();
  CHECK(typist.newest_command() == "a3 UID FETCH 1 (UID FLAGS)\r\n");
}

TEST_CASE("the console grows for its list and for octets, and shrinks again") {
  Typist typist(opened);
  const float line = typist.window.state.view.console_height;
  typist.into("console.line");
  typist.type("FETCH ");
  typist.window.backend.frames(2);
  CHECK(typist.window.state.view.console_height > line);
  CHECK(typist.window.backend.items().find("console.candidate.0").has_value());
  typist.window.backend.press(Key::escape);
  typist.window.backend.frames(2);
  CHECK(typist.window.state.view.console_height == line);
}

TEST_CASE("the key right behind Esc is the window's, not the field's that Esc left") {
  Typist typist(opened);
  typist.into("console.line");
  compat::feed_key(ImGui::GetIO(), Key::escape, true);
  typist.window.backend.frames(1);
  compat::feed_key(ImGui::GetIO(), letter('l'), true);
  typist.window.backend.frames(1);
  CHECK(typist.window.state.view.language == "ru");
}

TEST_CASE("of several pasted lines the first is typed, and the others follow") {
  Typist typist(opened);
  typist.into("console.line");
  ImGui::SetClipboardText("NOOP\nCHECK\n");
  typist.window.backend.press(letter('v'), {.ctrl = true});
  typist.enter();
  CHECK(typist.newest_command() == "a3 NOOP\r\n");
  typist.enter();
  CHECK(typist.newest_command() == "a4 CHECK\r\n");
}

TEST_CASE("lines pasted behind an announcement are its octets") {
  Typist typist(opened);
  typist.into("console.line");
  ImGui::SetClipboardText("APPEND INBOX {11}\r\nHi\r\nthere\r\n");
  typist.window.backend.press(letter('v'), {.ctrl = true});
  typist.enter();
  REQUIRE(typist.console().asked.has_value());
  typist.into("console.octets");
  typist.enter();
  CHECK(typist.newest_command() == "a3 APPEND INBOX {11}\r\nHi\r\nthere\r\n\r\n");
}

TEST_CASE("a click on a candidate takes it, and typing goes on") {
  Typist typist(opened);
  typist.into("console.line");
  typist.type("NOO");
  typist.window.backend.frames(2);
  REQUIRE(typist.window.backend.click("console.candidate.0"));
  typist.window.backend.frames(3);
  typist.enter();
  CHECK(typist.newest_command() == "a3 NOOP\r\n");
}

TEST_CASE("what is typed right behind Enter is in the line") {
  Typist typist(opened);
  typist.into("console.line");
  typist.type("NOOP");
  ImGuiIO& io = ImGui::GetIO();
  compat::feed_key(io, Key::enter, true);
  typist.window.backend.frames(1);
  compat::feed_key(io, Key::enter, false);
  for (const char* letter : {"C", "H", "E", "C", "K"}) typist.type(letter);
  typist.window.play_out();
  typist.enter();
  CHECK(typist.newest_command() == "a4 CHECK\r\n");
}

TEST_CASE("a line longer than its field is shown whole above it") {
  Typist typist(opened);
  typist.into("console.line");
  typist.type("FETCH 1 FLAGS");
  typist.window.backend.frames(2);
  CHECK_FALSE(typist.window.backend.items().find("console.whole").has_value());
  typist.type(std::string(120, 'x'));
  typist.window.backend.frames(3);
  CHECK(typist.window.backend.items().find("console.whole").has_value());
}

TEST_CASE("a literal is counted from what is typed, and proposed behind the plus") {
  Typist typist({});
  typist.into("console.line");
  typist.type("LOGIN {ada");
  typist.window.backend.press(Key::tab);
  typist.enter();
  CHECK(typist.newest_command().starts_with("a1 LOGIN {3}"));
  typist.into("console.octets");
  typist.window.backend.press(Key::tab);
  typist.into("console.rest");
  typist.type(" analytical");
  typist.enter();
  CHECK(typist.newest().name == "OK");
}

TEST_CASE("a message of the open mailbox is announced and appended") {
  Typist typist(opened);
  typist.into("console.line");
  typist.type("APPEND INBOX {");
  typist.window.backend.press(Key::tab, {.shift = true});
  typist.window.backend.press(Key::tab, {.shift = true});  // back from the first: the last
  typist.enter();
  REQUIRE(typist.console().asked.has_value());
  typist.into("console.octets");
  typist.window.backend.press(Key::tab);
  typist.enter();
  CHECK(typist.newest_command().find("Subject: One\r\n") != std::string::npos);
  CHECK(typist.newest().name == "OK");
}

TEST_CASE("nothing of the console lies outside of the window") {
  const WindowSize sizes[] = {{640, 400, 1, false}, {900, 600, 1, false}, {900, 600, 1.3F, false}};
  for (const WindowSize& size : sizes) {
    CAPTURE(size.width);
    CAPTURE(size.zoom);
    SizedWindow window(size);
    show(window.state, open_lesson(lesson_with(opened).c_str()), "");
    seek_to_end(window.state);
    window.obey({Want{Part::console}});
    const auto check = [&] {
      window.backend.frames(3);
      std::size_t seen = 0;
      for (const auto& item : window.backend.items().all()) {
        const std::string& name = item.first;
        const auto& rect = item.second;
        if (!name.starts_with("console.")) continue;
        CAPTURE(name);
        CHECK(rect.min.x >= 0);
        CHECK(rect.max.x <= size.width);
        CHECK(rect.max.y <= size.height);
        CHECK(rect.max.x > rect.min.x);
        ++seen;
      }
      CHECK(seen >= 2);
    };
    check();
    window.backend.click("console.line");
    window.backend.type("APPEND INBOX {11}");
    check();
    window.backend.press(Key::enter);
    window.play_out();
    check();
    CHECK(window.backend.items().find("console.octets").has_value());
  }
}
