#include "gui/panes/timeline/timeline.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/gui/pane_script.h"
#include "tests/gui/test_scene.h"

namespace imapscope::gui {
namespace {

const ImVec2 size{1280, 90};

std::string labels(const std::vector<TimelineMark>& marks) {
  std::string out;
  for (const TimelineMark& mark : marks) out += (out.empty() ? "" : ", ") + mark.label;
  return out;
}

}  // namespace

TEST_CASE("pressing the timeline jumps there, in presentation time") {
  TestScene test(two_clients());
  TimelinePane pane;
  PaneScript script(pane, test.scene, size);
  const auto rect = script.ui.items().find("timeline.scrub");
  REQUIRE(rect.has_value());
  script.ui.move(rect->center());
  compat::feed_mouse_button(ImGui::GetIO(), 0, true);
  script.ui.frames();
  const auto* jump = script.only<JumpTo>();
  REQUIRE(jump != nullptr);
  const double share = static_cast<double>(jump->time.us) / static_cast<double>(test.end().us);
  CHECK(share == doctest::Approx(0.5).epsilon(0.02));
  compat::feed_mouse_button(ImGui::GetIO(), 0, false);
  script.ui.frames();
}

TEST_CASE("a branch's chip chooses it, and the chosen one does nothing") {
  TestScene test(two_clients());
  test.scene.branches = {{"lesson", std::nullopt, {0}}, {"try 1", 0, {100000}}};
  TimelinePane pane;
  PaneScript script(pane, test.scene, size);
  REQUIRE(script.ui.click("timeline.branch.1"));
  const auto* choose = script.only<ChooseBranch>();
  REQUIRE(choose != nullptr);
  CHECK(choose->branch == 1);
  REQUIRE(script.ui.click("timeline.branch.0"));
  CHECK(script.intents.empty());
}

TEST_CASE("a single history has no chips") {
  TestScene test(two_clients());
  test.scene.branches = {{"lesson", std::nullopt, {0}}};
  TimelinePane pane;
  PaneScript script(pane, test.scene, size);
  CHECK_FALSE(script.ui.items().find("timeline.branch.0").has_value());
}

TEST_CASE(
    "lanes beyond a low timeline's height are reached by the wheel, and by choosing the client") {
  TestScene test(two_clients());
  for (std::uint32_t id = 3; id <= 40; ++id) {
    test.scene.lanes.push_back({{id}, "client " + std::to_string(id), id - 1, {{id}}});
  }
  TimelinePane pane;
  PaneScript script(pane, test.scene, size);
  const auto& items = script.ui.items();
  CHECK(items.find("timeline.lane.0").has_value());
  CHECK_FALSE(items.find("timeline.lane.39").has_value());
  script.ui.move({400, 40});
  for (int i = 0; i < 60; ++i) {
    script.ui.wheel(-1);
    script.ui.frames(1);
  }
  CHECK(items.find("timeline.lane.39").has_value());
  CHECK_FALSE(items.find("timeline.lane.0").has_value());
  script.ui.wheel(0);
  test.scene.client = {2};
  script.ui.frames(2);
  CHECK(items.find("timeline.lane.1").has_value());
}

TEST_CASE("what changed has a mark; what was merely asked for has none") {
  TestScene test(two_clients());
  TimelineMarks marks;
  const auto found = labels(marks.update(test.scene, 1200));

  CHECK(found == "Deleted, expunge, expunge");
}

TEST_CASE("a refused command has a mark with its word") {
  TestScene test(
      {{1, '<', "* OK ready"}, {1, '>', "a1 LOGIN ada wrong"}, {1, '<', "a1 NO not you"}});
  TimelineMarks marks;
  CHECK(labels(marks.update(test.scene, 1200)) == "NO");
}

TEST_CASE("there is at most one mark a pixel and session") {
  std::vector<Spoken> dialogue{{1, '<', "* OK ready"}};
  for (int i = 0; i < 200; ++i) {
    dialogue.push_back({1, '>', "a" + std::to_string(i) + " LOGIN ada wrong"});
    dialogue.push_back({1, '<', "a" + std::to_string(i) + " NO not you"});
  }
  TestScene test(dialogue);
  TimelineMarks marks;
  CHECK(marks.update(test.scene, 50).size() <= 51);
}

}  // namespace imapscope::gui
