#include "gui/panes/toolbar.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/gui/pane_script.h"
#include "tests/gui/test_scene.h"

namespace imapscope::gui {
namespace {

const ImVec2 size{1280, 48};

/// A button and which alternative of Intent it must give.
struct Expected {
  const char* name;
  Intent wish;
};

}  // namespace

TEST_CASE("every button wishes for one thing") {
  const std::vector<Expected> table{
      {"toolbar.start", JumpToStart{}},       {"toolbar.back", StepBack{}},
      {"toolbar.play", PlayPause{}},          {"toolbar.forward", StepForward{}},
      {"toolbar.end", JumpToEnd{}},           {"toolbar.speed", SetSpeed{}},
      {"toolbar.present", TogglePresenter{}}, {"toolbar.language", SetLanguage{}},
      {"toolbar.theme", ToggleTheme{}},       {"toolbar.help", ShowHelp{}}};
  TestScene test(two_clients());
  ToolbarPane pane;
  PaneScript script(pane, test.scene, size);
  for (const Expected& expected : table) {
    CAPTURE(expected.name);
    script.intents.clear();
    REQUIRE(script.ui.click(expected.name));
    REQUIRE(script.intents.size() == 1);
    CHECK(script.intents[0].index() == expected.wish.index());
  }
}

TEST_CASE("speed goes up to 4 and then begins again at a quarter") {
  TestScene test(two_clients());
  ToolbarPane pane;
  PaneScript script(pane, test.scene, size);
  struct Step {
    double now;
    double next;
  };
  for (const Step& step : {Step{1, 2}, Step{2, 4}, Step{4, 0.25}, Step{0.25, 0.5}}) {
    CAPTURE(step.now);
    test.scene.head.speed = step.now;
    REQUIRE(script.ui.click("toolbar.speed"));
    const auto* speed = script.only<SetSpeed>();
    REQUIRE(speed != nullptr);
    CHECK(speed->speed == step.next);
  }
}

TEST_CASE("the next language is the one after this, and after the last the first") {
  TestScene test(two_clients());
  ToolbarPane pane;
  PaneScript script(pane, test.scene, size);
  test.scene.view.language = "de";
  REQUIRE(script.ui.click("toolbar.language"));
  const auto* language = script.only<SetLanguage>();
  REQUIRE(language != nullptr);
  CHECK(language->language == "en");
}

TEST_CASE("a long title gives way to the transport instead of running into it") {
  TestScene test(two_clients());
  ToolbarPane pane;
  test.scene.title = "short.pcap";
  PaneScript brief(pane, test.scene, size);
  const auto before = brief.ui.items().find("toolbar.start");
  test.scene.title = std::string(300, 'x');
  PaneScript lengthy(pane, test.scene, size);
  const auto after = lengthy.ui.items().find("toolbar.start");
  REQUIRE(before.has_value());
  REQUIRE(after.has_value());
  CHECK(before->min.x == after->min.x);
}

}  // namespace imapscope::gui
