// The page about a rule: a finding in the inspector leads to it.
#include <doctest/doctest.h>

#include <string>

#include "sim/rules/rules.h"
#include "tests/gui/sized_window.h"

using namespace imapscope;
using namespace imapscope::gui;

namespace {

constexpr WindowSize usual{1280, 800, 1, false};

/// The window stands at the line that breaks the rule.
void open_example(SizedWindow& window, const std::string& rule) {
  window.open(IMAPSCOPE_SOURCE_DIR "/sim/rules/examples/" + rule + ".txt");
  window.obey({JumpToEnd{}, DismissMessage{}});
}

bool shows(const SizedWindow& window, const std::string& text) {
  for (const DrawnText& drawn : window.backend.items().texts()) {
    if (drawn.text.find(text) != std::string::npos) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("E leads to the rule that the line breaks, and away from it") {
  SizedWindow window(usual);
  open_example(window, "expunge_unasked");
  CHECK(window.state.view.rule == nullptr);
  window.backend.press(letter('e'));
  REQUIRE(window.state.view.rule != nullptr);
  CHECK(window.state.view.rule->id == "expunge_unasked");
  window.backend.frames(2);
  CHECK(shows(window, "* 3 EXPUNGE"));
  CHECK(window.scene().rule_page->parts.size() == 4);
  window.backend.press(letter('e'));
  CHECK(window.state.view.rule == nullptr);
  window.backend.press(letter('e'));
  window.backend.press(Key::escape);
  CHECK(window.state.view.rule == nullptr);
}

TEST_CASE("a click on what is wrong with a line leads to its rule") {
  SizedWindow window(usual);
  open_example(window, "expunge_unasked");
  CHECK(window.backend.click("inspector.rule.0"));
  REQUIRE(window.state.view.rule != nullptr);
  CHECK(window.state.view.rule->id == "expunge_unasked");
}

TEST_CASE("where no rule is broken there is no key for it") {
  SizedWindow window(usual);
  window.open(IMAPSCOPE_SOURCE_DIR "/traces/examples/rfc3501_section_8.txt");
  window.backend.press(letter('e'));
  CHECK(window.state.view.rule == nullptr);
}

TEST_CASE("the page speaks the viewer's language") {
  SizedWindow window(usual);
  window.state.view.language = "ru";
  open_example(window, "expunge_unasked");
  window.backend.press(letter('e'));
  REQUIRE(window.scene().rule_page);
  CHECK(window.scene().rule_page->parts.back().heading == "Как исправить");
}
