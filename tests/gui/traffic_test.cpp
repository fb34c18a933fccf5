#include "gui/panes/traffic/traffic.h"

#include <doctest/doctest.h>

#include <string>

#include "gui/panes/traffic/traffic_rows.h"
#include "tests/gui/pane_script.h"
#include "tests/gui/test_scene.h"

namespace imapscope::gui {
namespace {

const ImVec2 size{640, 900};

std::string item(const char* kind, observer::LineId line) {
  return std::string("traffic.") + kind + "." + std::to_string(line.value);
}

std::vector<Spoken> many_lines(std::size_t count) {
  std::vector<Spoken> dialogue{{1, '<', "* OK ready"}, {1, '>', "a1 FETCH 1:* FLAGS"}};
  while (dialogue.size() < count) {
    dialogue.push_back(
        {1, '<', "* " + std::to_string(dialogue.size()) + " FETCH (FLAGS (\\Seen))"});
  }
  return dialogue;
}

}  // namespace

TEST_CASE("a click on a line selects it") {
  TestScene test(two_clients());
  TrafficPane pane;
  PaneScript script(pane, test.scene, size);
  const observer::LineId line = test.line("a5 EXPUNGE");
  REQUIRE(script.ui.click(item("line", line)));
  const auto* select = script.only<SelectLine>();
  REQUIRE(select != nullptr);
  CHECK(select->line == line);
}

TEST_CASE("a click on a fold's mark opens it instead of selecting its line") {
  TestScene test(two_clients());
  TrafficPane pane;
  PaneScript script(pane, test.scene, {640, 1400});
  const observer::LineId line = test.line("* 1 FETCH (BODY");
  REQUIRE(script.ui.click(item("fold", line)));
  const auto* toggle = script.only<ToggleFold>();
  REQUIRE(toggle != nullptr);
  CHECK(toggle->line == line);
}

TEST_CASE("an open fold makes its row as high as the literal has lines") {
  TestScene test(two_clients());
  TrafficRows rows;
  rows.update(test.scene, 800);
  const float folded = rows.ladder().height();
  test.scene.view.open_folds.insert(test.line("* 1 FETCH (BODY"));
  rows.update(test.scene, 800);
  CHECK(rows.ladder().height() == folded + 3 * rows.metrics().text_line);
}

TEST_CASE("the option at the right shows lines, segments or bytes") {
  TestScene test(two_clients());
  TrafficPane pane;
  PaneScript script(pane, test.scene, size);
  REQUIRE(script.ui.click("traffic.rows.1"));
  const auto* mode = script.only<SetRowMode>();
  REQUIRE(mode != nullptr);
  CHECK(mode->mode == RowMode::segments);
}

TEST_CASE("in segments there is a row for each segment, tied to its exchange") {
  TestScene test(
      {{1, '<', "* OK ready"}, {1, '>', "a1 NOOP"}, {1, '<', "* 1 EXISTS\r\na1 OK done"}});
  test.scene.view.rows = RowMode::segments;
  TrafficRows rows;
  rows.update(test.scene, 800);
  REQUIRE(rows.count() == 3);
  CHECK(rows.row(2).command == std::optional<std::size_t>(1));
  CHECK(rows.row(2).completes);
  CHECK(rows.departed(test.scene) == 3);
  CHECK(rows.segment(test.scene, 2) != nullptr);
}

TEST_CASE("nothing beyond the play head is drawn") {
  TestScene test(two_clients());
  const observer::LineId now = test.line("a4 STORE");
  test.at(test.during(now, 0.5));
  TrafficPane pane;
  PaneScript script(pane, test.scene, {640, 1400});
  CHECK(script.ui.items().find(item("line", now)).has_value());
  CHECK_FALSE(script.ui.items().find(item("line", test.line("* 3 FETCH"))).has_value());
}

TEST_CASE("a line's flight is the share of its way at the play head") {
  TestScene test(two_clients());
  TrafficRows rows;
  rows.update(test.scene, 800);
  const observer::LineId line = test.line("a4 STORE");
  const auto row = rows.row_of(line);
  REQUIRE(row.has_value());
  CHECK(rows.flight(test.scene, *row) == 1);
  test.at(test.during(line, 0.25));
  CHECK(rows.flight(test.scene, *row) == doctest::Approx(0.25).epsilon(0.01));
}

TEST_CASE("of lines that left together the eye follows the first that has not landed") {
  TestScene test({{1, '<', "* OK ready"},
                  {1, '>', "a1 LOGIN ada secret"},
                  {1, '<', "* CAPABILITY IMAP4rev1\r\na1 OK LOGIN completed"}});
  const observer::LineId first = test.line("* CAP");
  test.at(test.during(first, 0.5));
  TrafficRows rows;
  rows.update(test.scene, 800);
  CHECK(rows.followed(test.scene, rows.departed(test.scene)) == rows.row_of(first));
  test.at(test.end());
  CHECK(rows.followed(test.scene, rows.departed(test.scene)) == rows.row_of(test.line("a1 OK")));
}

TEST_CASE("without motion a line has arrived as soon as it leaves") {
  TestScene test(two_clients());
  const observer::LineId line = test.line("a4 STORE");
  test.at(test.during(line, 0.25));
  TrafficRows rows;
  rows.update(test.scene, 800);
  test.theme().motion = false;
  CHECK(rows.shown_flight(test.scene, *rows.row_of(line)) == 1);
}

TEST_CASE("the newest line is in view, the wheel goes back, and the next moment returns") {
  TestScene test(two_clients());
  TrafficPane pane;
  const observer::LineId last = test.line("b3 OK");
  test.at(test.during(last, 0));
  PaneScript script(pane, test.scene, {640, 300});
  const auto shown = [&] {
    const auto rect = script.ui.items().find(item("line", last));
    return rect && rect->max.y <= 300;
  };
  CHECK(shown());
  script.ui.move({300, 200});
  script.ui.wheel(3);
  CHECK_FALSE(shown());
  test.at(test.end());
  script.ui.frames();
  CHECK(shown());
}

TEST_CASE("hovering a line that is cut or folded shows it whole") {
  TestScene test(two_clients());
  TrafficPane pane;
  PaneScript script(pane, test.scene, size);
  const int plain = script.ui.vertices();
  REQUIRE(script.ui.hover(item("line", test.line("a5 EXPUNGE"))));
  CHECK(script.ui.vertices() == plain);
  REQUIRE(script.ui.hover(item("line", test.line("* 1 FETCH (BODY"))));
  script.ui.frames(2);
  CHECK(script.ui.vertices() > plain);
}

TEST_CASE("only what is in view is built, however long the trace") {
  TestScene brief(many_lines(200));
  TestScene vast(many_lines(20000));
  TrafficPane first;
  TrafficPane second;
  PaneScript little(first, brief.scene, size);
  const int few = little.ui.vertices();
  PaneScript much(second, vast.scene, size);
  CHECK(much.ui.vertices() < few * 5 / 4);
}

TEST_CASE("an empty trace says so") {
  TestScene test({});
  TrafficPane pane;
  PaneScript script(pane, test.scene, size);
  CHECK(script.ui.vertices() > 0);
  CHECK_FALSE(script.ui.items().find("traffic.ladder").has_value());
}

}  // namespace imapscope::gui
