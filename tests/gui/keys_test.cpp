// The table of keys: what it says is what the window does, what its help shows and what the README
// promises.
#include "gui/app/keys.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <utility>

#include "tests/gui/whole_window.h"

namespace imapscope::gui {
namespace {

const std::string readme = IMAPSCOPE_SOURCE_DIR "/README.md";

std::string content(const std::string& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

Modifiers modifiers(Held held) {
  return {.ctrl = held == Held::ctrl, .shift = held == Held::shift, .alt = held == Held::alt};
}

/// The README with the table of today in the place of its own.
std::string with_key_table(const std::string& text) {
  const std::string head = "| key | does |";
  const auto from = text.find(head);
  REQUIRE(from != std::string::npos);
  const auto to = text.find("\n\n", from);
  return text.substr(0, from) + key_table(words::Words()) + text.substr(to + 1);
}

}  // namespace

TEST_CASE("the README's table of keys is the program's (UPDATE_GOLDEN=1 writes it)") {
  const std::string written = content(readme);
  const std::string wanted = with_key_table(written);
  if (std::getenv("UPDATE_GOLDEN") != nullptr) std::ofstream(readme, std::ios::binary) << wanted;
  CHECK(written == wanted);
}

TEST_CASE("a row is called by its keys") {
  const KeyRow rows[] = {
      {Context::window, "", {{Key::left, {}, Held::shift}, {Key::right, {}, Held::shift}}},
      {Context::window, "", {{Key::equal}, {Key::keypad_plus}, {Key::minus}}},
      {Context::window, "", {{digit(1)}, {digit(2)}, {digit(3)}}},
      {Context::window, "", {{letter('h')}, {Key::f1}}},
      {Context::window, "", {{Key::f11, {}, Held::alt}}},
      {Context::window, "", {{Key::page_down}, {Key::page_up}}},
  };
  const char* const labels[] = {"Shift ← →", "+ −",     "1 … 3",
                                "H F1",      "Alt F11", "Page Down Page Up"};
  for (std::size_t i = 0; i < std::size(rows); ++i) CHECK(label(rows[i]) == labels[i]);
}

TEST_CASE("no two rows of a context have the same stroke, and every row says what it does") {
  std::set<std::tuple<Context, Key, Held>> seen;
  for (const KeyRow& row : key_rows()) {
    CAPTURE(label(row));
    CHECK_FALSE(row.words.empty());
    CHECK_FALSE(row.strokes.empty());
    for (const Stroke& stroke : row.strokes) {
      CHECK(seen.insert({row.context, stroke.key, stroke.held}).second);
    }
  }
}

TEST_CASE("every stroke that holds on the picture is taken by nothing else") {
  for (const KeyRow& row : key_rows()) {
    if (row.context != Context::window && row.context != Context::anywhere) continue;
    for (const Stroke& stroke : row.strokes) {
      if (!stroke.wish) continue;
      WholeWindow window(open_lesson(small_lesson));
      for (int i = 0; i < 4; ++i) window.backend.press(Key::right);
      if (row.exists != nullptr && !row.exists(window.scene())) continue;
      CAPTURE(label(row));
      Intents wished;
      stroke.wish(window.scene(), wished);
      WholeWindow told(open_lesson(small_lesson));
      for (int i = 0; i < 4; ++i) told.backend.press(Key::right);
      told.obey(wished);
      window.backend.press(stroke.key, modifiers(stroke.held));
      CHECK(window.state.head == told.state.head);
      CHECK(window.state.playing == told.state.playing);
      CHECK(window.state.speed == told.state.speed);
      CHECK(window.state.view.zoom == told.state.view.zoom);
      CHECK(window.state.view.help == told.state.view.help);
      CHECK(window.state.view.full_screen == told.state.view.full_screen);
      CHECK(window.state.view.selected_line == told.state.view.selected_line);
    }
  }
}

TEST_CASE("the help shows the rows that hold here, and no others") {
  WholeWindow window(open_lesson(small_lesson));
  const auto shows = [&](const std::string& words) {
    const auto help = key_help(window.scene());
    return std::any_of(help.begin(), help.end(),
                       [&](const KeyHelp& row) { return row.words == words; });
  };
  CHECK(shows("play to where the lesson rests, pause"));
  CHECK_FALSE(shows("choose an answer"));
  CHECK(shows("language"));
  window.backend.press(Key::end);
  CHECK(shows("choose an answer"));
  CHECK(window.scene().key_help.empty());
  window.backend.press(letter('h'));
  CHECK_FALSE(window.scene().key_help.empty());
}

TEST_CASE("a letter belongs to a text field, a function key does not") {
  WholeWindow window(open_lesson(small_lesson));
  for (int i = 0; i < 3; ++i) window.backend.press(Key::right);
  REQUIRE(window.backend.click("console.line"));
  window.backend.press(letter('p'));
  CHECK_FALSE(window.state.view.presenter);
  window.backend.press(Key::f11);
  CHECK(window.state.view.full_screen);
  CHECK(window.wishes.full_screen);
  window.backend.press(Key::f11);
  window.backend.frames(1);
  CHECK_FALSE(window.wishes.full_screen);
}

}  // namespace imapscope::gui
