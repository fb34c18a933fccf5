// Branches in the window: the banner, both futures, names, and the ways back.
#include <doctest/doctest.h>

#include "tests/gui/whole_window.h"
#include "tests/in_english.h"

using namespace imapscope;
using namespace imapscope::gui;

namespace {

constexpr Modifiers shift{.shift = true};

/// The laptop has tried something where the first step's traffic has crossed.
void fork(WholeWindow& window) {
  window.backend.press(Key::home);
  window.obey({NextRest{}});
  window.play_out();
  const auto client = window.scene().client;
  const auto sent = window.state.document->send(client, "x1 CAPABILITY", window.state.head);
  REQUIRE_MESSAGE(sent.has_value(), (sent ? "" : in_english(sent.error())));
  window.obey({JumpToEnd{}});
  window.backend.frames(2);
}

}  // namespace

TEST_CASE("a branch says so above the ladder, and the first history does not") {
  WholeWindow window(open_lesson(small_lesson));
  CHECK_FALSE(window.backend.items().find("branch.banner").has_value());
  fork(window);
  const auto banner = window.backend.items().find("branch.banner");
  REQUIRE(banner.has_value());
  CHECK(banner->max.y - banner->min.y == doctest::Approx(36));
  const Scene scene = window.scene();
  CHECK(scene.branches[scene.branch].name == "try 1");
  CHECK(scene.branches[scene.branch].step == 1);
}

TEST_CASE("B leads back to where the branch left, and to the branch again") {
  WholeWindow window(open_lesson(small_lesson));
  fork(window);
  const Instant forked = window.state.document->current().forked_at;
  window.backend.press(letter('b'));
  CHECK(window.state.document->branch() == 0);
  CHECK(window.scene().head.wire == forked);
  window.backend.press(letter('b'));
  CHECK(window.state.document->branch() == 1);
  REQUIRE(window.backend.click("branch.back"));
  CHECK(window.state.document->branch() == 0);
}

TEST_CASE("both futures are on the timeline, and what is not earned is covered in both views") {
  WholeWindow window(open_lesson(small_lesson));
  fork(window);
  Scene scene = window.scene();
  REQUIRE(scene.future.has_value());
  CHECK(scene.future->name == "lesson");
  CHECK(scene.future->goes_on);
  CHECK_FALSE(scene.goes_on);
  CHECK(window.backend.items().find("timeline.future").has_value());
  CHECK(window.backend.items().find("timeline.unseen").has_value());
  window.backend.press(letter('b'));
  window.backend.frames(1);
  scene = window.scene();
  CHECK(scene.goes_on);
  REQUIRE(scene.future.has_value());
  CHECK(scene.future->name == "try 1");
  CHECK_FALSE(scene.future->goes_on);
}

TEST_CASE("a branch's own lines begin behind those that it shares with the lesson") {
  WholeWindow window(open_lesson(small_lesson));
  fork(window);
  const Scene scene = window.scene();
  REQUIRE(scene.own_from.has_value());
  bool before = true;
  for (const observer::Line& line : scene.timeline->lines()) {
    if (line.tag == "x1") before = false;
    CHECK((line.first_event < *scene.own_from) == before);
  }
  CHECK_FALSE(before);
}

TEST_CASE("a branch is renamed in its banner, and an empty name changes nothing") {
  WholeWindow window(open_lesson(small_lesson));
  fork(window);
  window.backend.press(letter('b'), shift);
  window.backend.frames(2);
  window.backend.type("without flags");
  window.backend.press(Key::enter);
  CHECK(window.state.document->current().name == "without flags");
  window.obey({RenameBranch{1, ""}});
  CHECK(window.state.document->current().name == "without flags");
}

TEST_CASE("a branch is removed, and what left it has left its parent then") {
  WholeWindow window(open_lesson(small_lesson));
  fork(window);
  Document& document = *window.state.document;
  const auto client = window.scene().client;
  const auto past =
      document.current().presentation.at(document.current().timeline.moments().size() / 2);
  REQUIRE(document.send(client, "y1 CAPABILITY", past).has_value());  // leaves try 1 in its past
  REQUIRE(document.recordings().size() == 3);
  REQUIRE(document.recordings()[2].parent == 1);
  window.obey({RemoveBranch{1}});
  REQUIRE(document.recordings().size() == 2);
  CHECK(document.recordings()[1].attempt == 2);
  CHECK(document.recordings()[1].parent == 0);
  CHECK(document.branch() == 1);
  CHECK(document
            .act(world::Send{.client = "laptop", .text = "z1 CAPABILITY"},
                 document.current().presentation.end())
            .has_value());
  window.backend.frames(1);
  window.backend.press(Key::del);
  CHECK(document.recordings().size() == 1);
  window.obey({RemoveBranch{0}});
  CHECK(document.recordings().size() == 1);
}

TEST_CASE("a new branch never has the name of one that was removed") {
  WholeWindow window(open_lesson(small_lesson));
  fork(window);
  window.obey({RemoveBranch{1}});
  fork(window);
  CHECK(window.state.document->current().attempt == 2);
}

TEST_CASE(
    "the console goes on as the client that sent, also where the branch lies in another step") {
  WholeWindow window(open_lesson(R"json({
    "number": 7, "title": {"en": "Two"}, "goal": {"en": "Test."}, "level": "responding",
    "server": {"users": [{"name": "ada", "password": "analytical"}]},
    "steps": [
      {"say": {"client": "laptop", "title": {"en": "Both"}, "text": {"en": "They connect."}}},
      {"connect": {"client": "laptop"}},
      {"connect": {"client": "phone"}},
      {"say": {"client": "phone", "title": {"en": "The phone"}, "text": {"en": "It speaks."}}},
      {"send": {"client": "phone", "line": "b1 NOOP"}}
    ]})json"));
  while (window.scene().lesson->step < 2) window.obey({NextRest{}});
  const auto phone = window.scene().client;
  CHECK(find_lane(window.scene(), phone)->name == "phone");
  window.obey({SendConsole{phone, "b1 CAPABILITY"}});
  window.play_out();
  REQUIRE(window.state.document->branch() == 1);
  CHECK(window.scene().lesson->step == 1);  // the step of the phone will not happen
  CHECK(window.scene().client == phone);
}
