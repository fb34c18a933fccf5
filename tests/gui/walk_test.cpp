// Walks every shipped lesson from beginning to end, at the sizes that a window may have, and looks
// for what lies outside, is scrolled away or covers something else.
#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <string>
#include <vector>

#include "gui/app/make/make_start.h"
#include "gui/imgui/widgets.h"
#include "gui/panes/changes.h"
#include "tests/gui/sized_window.h"

using namespace imapscope;
using namespace imapscope::gui;

namespace {

using Walker = std::function<void(SizedWindow&)>;

std::vector<std::string> shipped_lessons() {
  std::vector<std::string> files;
  const std::string folder = std::string(IMAPSCOPE_SOURCE_DIR) + "/lessons";
  for (const LessonEntry& entry : find_lessons(disk::DiskFiles(), folder)) {
    files.push_back(entry.path);
  }
  REQUIRE(files.size() >= 6);
  return files;
}

/// Goes from exchange to exchange up to the end of what may be shown.
void step_to_end(SizedWindow& window, const Walker& look) {
  constexpr int most = 500;
  for (int i = 0; i < most && !window.scene().head.at_end; ++i) {
    window.obey({StepForward{StepBy::exchange}});
    look(window);
    // Every rest of a step is a place, too.
    if (const Scene scene = window.scene(); !scene.head.at_end) window.obey({NextRest{}});
    window.play_out();
    look(window);
  }
}

void walk(SizedWindow& window, const Walker& look) {
  look(window);
  step_to_end(window, look);
  while (window.state.document->question() != nullptr) {
    window.obey({ChooseOption{0}, RaiseHand{0, false}});
    look(window);
    window.obey({LockIn{}});
    look(window);
    window.play_out();
    look(window);
    step_to_end(window, look);
  }
}

bool is_splitter(const std::string& name) {
  return name.starts_with("splitter.");
}

/// Of an open question, or what leads on.
bool is_answer(const std::string& name, bool is_open) {
  return (is_open && name.starts_with("lesson.option.")) || name == "lesson.lock_in" ||
         name == "lesson.next" || name == "lesson.next_lesson";
}

bool overlap(const ItemRect& a, const ItemRect& b) {
  constexpr float shared_edge = 1;
  return a.min.x + shared_edge < b.max.x && b.min.x + shared_edge < a.max.x &&
         a.min.y + shared_edge < b.max.y && b.min.y + shared_edge < a.max.y;
}

/// The part of an item that can be seen and pressed.
ItemRect seen(const ItemRect& item) {
  ItemRect part = item;
  part.min = {std::max(item.min.x, item.clip_min.x), std::max(item.min.y, item.clip_min.y)};
  part.max = {std::min(item.max.x, item.clip_max.x), std::min(item.max.y, item.clip_max.y)};
  return part;
}

bool is_whole(const ItemRect& item) {
  constexpr float pixel = 1;
  return item.min.x >= item.clip_min.x - pixel && item.min.y >= item.clip_min.y - pixel &&
         item.max.x <= item.clip_max.x + pixel && item.max.y <= item.clip_max.y + pixel;
}

struct Named {
  std::string name;
  ItemRect rect;
};

bool question_is_open(SizedWindow& window) {
  const Scene scene = window.scene();
  return scene.lesson && scene.lesson->question && !scene.lesson->question->locked;
}

std::vector<Named> pressable(const SizedWindow& window, bool is_open) {
  std::vector<Named> found;
  for (const auto& [name, rect] : window.backend.items().all()) {
    const ItemRect part = seen(rect);
    const bool is_seen = part.max.x > part.min.x && part.max.y > part.min.y;
    if (rect.pressable && !is_splitter(name) && (is_seen || is_answer(name, is_open))) {
      found.push_back({name, rect});
    }
  }
  return found;
}

void check_apart(const std::vector<Named>& items) {
  for (std::size_t i = 0; i < items.size(); ++i) {
    for (std::size_t j = i + 1; j < items.size(); ++j) {
      if (!overlap(seen(items[i].rect), seen(items[j].rect))) continue;
      FAIL_CHECK(items[i].name << " covers " << items[j].name);
    }
  }
}

/// Options and Lock in are whole; what else can be pressed, in Present, too.
void check_in_view(SizedWindow& window, const WindowSize& size, bool all) {
  const bool is_open = question_is_open(window);
  const auto items = pressable(window, is_open);
  for (const Named& item : items) {
    const bool inside = item.rect.min.x >= 0 && item.rect.min.y >= 0 &&
                        item.rect.max.x <= size.width + 1 && item.rect.max.y <= size.height + 1;
    const bool wanted = all || is_answer(item.name, is_open);
    if (wanted && (!inside || !is_whole(item.rect))) {
      FAIL_CHECK(item.name << " is not in view: x " << item.rect.min.x << " to " << item.rect.max.x
                           << ", seen to " << item.rect.clip_max.x << ", y " << item.rect.min.y
                           << " to " << item.rect.max.y << ", seen " << item.rect.clip_min.y
                           << " to " << item.rect.clip_max.y);
    }
  }
  check_apart(items);
  const LessonText lesson = *window.scene().lesson;
  const bool leads_on = lesson.can_go_on && !window.state.playing;
  CHECK(window.backend.items().find("lesson.next").has_value() == leads_on);
  if (!is_open) return;
  CHECK(window.backend.items().find("lesson.lock_in").has_value());
  CHECK(window.backend.items().find("lesson.option.1").has_value());
}

/// The newest line is whole, whatever stands below it.
void check_newest_line(SizedWindow& window) {
  const auto line = current_line(window.scene());
  if (!line) return;
  const auto label = window.backend.items().find("traffic.line." + std::to_string(line->value));
  CAPTURE(line->value);
  REQUIRE(label.has_value());
  CHECK(is_whole(*label));
}

/// All options and why, side by side.
void check_outcome(SizedWindow& window) {
  const LessonText lesson = *window.scene().lesson;
  if (!lesson.question || !lesson.question->outcome || lesson.finished) return;
  const auto& items = window.backend.items();
  const auto is_in_view = [&](const std::string& name) {
    const auto item = items.find(name);
    CAPTURE(name);
    REQUIRE(item.has_value());
    CHECK(is_whole(*item));
  };
  for (std::size_t i = 0; i < lesson.question->options.size(); ++i) {
    is_in_view("lesson.option." + std::to_string(i + 1));
    is_in_view("lesson.hands." + std::to_string(i + 1));
  }
  is_in_view("lesson.why");
}

/// The line that wears the highlight, and the row that it changed.
void check_highlight(SizedWindow& window) {
  check_newest_line(window);
  const Scene scene = window.scene();
  const auto& items = window.backend.items();
  const auto landing = newest_landing_at(scene, scene.client);
  if (!landing || !items.find("mailbox.client")) return;
  for (const observer::Effect& effect : landing->line->effects) {
    const auto* flags = std::get_if<observer::effect::FlagsChanged>(&effect);
    if (flags == nullptr) continue;
    CAPTURE(flags->number.value);
    const auto row = items.find("mailbox.row." + std::to_string(flags->number.value));
    REQUIRE(row.has_value());
    CHECK(is_whole(*row));
  }
}

/// Both buttons at the lesson's foot stand in one row, and the table says how many messages.
void check_words(SizedWindow& window) {
  const auto& items = window.backend.items();
  const auto back = items.find("lesson.try_again");
  const auto next = items.find("lesson.next");
  if (back && next) CHECK(back->min.y == next->min.y);
  const auto believes = items.find("mailbox.believes");
  if (believes) CHECK(is_whole(*believes));
}

/// The cover hides no wire time, and says what it is for.
void check_cover(SizedWindow& window) {
  const auto& items = window.backend.items();
  const auto cover = items.find("traffic.cover");
  const auto time = items.find("traffic.time");
  const auto unseen = items.find("timeline.unseen");
  const auto axis_time = items.find("timeline.time");
  if (unseen && axis_time) CHECK_FALSE(overlap(*unseen, *axis_time));
  if (!cover || !time) return;
  CHECK_FALSE(overlap(*cover, *time));
  const Scene scene = window.scene();
  const bool has_room = scene.theme->wall && scene.lanes.size() < 3;
  const char* said = has_room ? "covered until you predict" : "covered";
  const float words = text_width(scene.theme->faces.label, said);
  CHECK(words <= cover->max.x - cover->min.x - scene.theme->px(space::gap));
}

void walk_in(const std::string& language, const WindowSize& size, const Walker& look) {
  for (const std::string& file : shipped_lessons()) {
    SizedWindow window(size);
    window.open(file);
    window.obey({SetLanguage{language}});
    walk(window, [&](SizedWindow& w) {
      const Scene scene = w.scene();
      CAPTURE(scene.lesson->title);
      CAPTURE(scene.lesson->step);
      CAPTURE(size.width);
      look(w);
    });
  }
}

void walk_all(const WindowSize& size, const Walker& look) {
  for (const char* language : {"en", "ru"}) walk_in(language, size, look);
}

}  // namespace

TEST_CASE("on the wall nothing to press and nothing highlighted is ever out of view or covered") {
  for (const WindowSize& size : {WindowSize{1280, 720, 1, true}, WindowSize{1920, 1080, 1, true}}) {
    walk_all(size, [&](SizedWindow& window) {
      check_in_view(window, size, true);
      check_outcome(window);
      check_words(window);
      check_cover(window);
      check_highlight(window);
    });
  }
}

TEST_CASE("options, Lock in and Next never give way, down to the smallest window") {
  for (const WindowSize& size : {WindowSize{900, 600, 1, false}, WindowSize{640, 400, 1, false},
                                 WindowSize{1280, 720, 1.3F, false}}) {
    walk_all(size, [&](SizedWindow& window) {
      check_in_view(window, size, false);
      check_newest_line(window);
      check_cover(window);
    });
  }
}

TEST_CASE("in the smallest window every pane is one key away") {
  SizedWindow window({640, 400, 1, false});
  window.open(std::string(IMAPSCOPE_SOURCE_DIR) + "/lessons/014_surprise.json");
  window.obey({JumpToEnd{}});
  struct Tab {
    int key;
    std::string shows;
  };
  for (const Tab& tab :
       {Tab{1, "state.Selected"}, Tab{2, "tabs.mailbox"}, Tab{3, "inspector.words"}}) {
    window.backend.press(digit(tab.key), {.alt = true});
    window.backend.frames(3);
    CAPTURE(tab.shows);
    CHECK(window.backend.items().find(tab.shows).has_value());
  }
}

TEST_CASE(
    "in the smallest window the state map scrolls to the client's state instead of shrinking") {
  SizedWindow window({640, 400, 1, false});
  window.open(std::string(IMAPSCOPE_SOURCE_DIR) + "/lessons/014_surprise.json");
  window.obey({JumpToEnd{}});
  window.backend.press(digit(1), {.alt = true});
  window.backend.frames(4);
  const auto& items = window.backend.items();
  const Scene scene = window.scene();
  const auto& session = scene.beliefs->at(scene.client);
  REQUIRE(session.state_known);
  const auto box = items.find("state." + std::string(name_of(session.state)));
  REQUIRE(box.has_value());
  CHECK(is_whole(*box));
  const auto first = items.find("state.Not authenticated");
  const auto second = items.find("state.Authenticated");
  REQUIRE(first.has_value());
  REQUIRE(second.has_value());
  CHECK(second->min.y - first->max.y > 2 * line_height(scene.theme->faces.label));
}

TEST_CASE("Present shows what is asked for by a key, and lets it go again") {
  SizedWindow window({1280, 720, 1, true});
  window.open(std::string(IMAPSCOPE_SOURCE_DIR) + "/lessons/014_surprise.json");
  window.obey({JumpToEnd{}});
  CHECK_FALSE(window.backend.items().find("console.line").has_value());
  window.backend.press(Key::slash);
  window.backend.frames(3);
  CHECK(window.backend.items().find("console.line").has_value());
  window.backend.press(Key::escape);
  window.backend.frames(3);
  CHECK_FALSE(window.backend.items().find("console.line").has_value());
  CHECK_FALSE(window.backend.items().find("inspector.words").has_value());
  window.backend.press(letter('i'));
  window.backend.frames(2);
  CHECK(window.backend.items().find("inspector.words").has_value());
  window.backend.press(digit(2), {.alt = true});
  window.backend.frames(2);
  CHECK(window.backend.items().find("mailbox.client").has_value());
}

TEST_CASE("a narrow window keeps help, theme and Present under More") {
  SizedWindow window({640, 400, 1, false});
  window.open(shipped_lessons().front());
  const Brightness before = window.state.view.brightness;
  CHECK_FALSE(window.backend.items().find("toolbar.theme").has_value());
  REQUIRE(window.backend.click("toolbar.more"));
  window.backend.frames(2);
  REQUIRE(window.backend.click("menu.theme"));
  window.backend.frames(2);
  CHECK(window.state.view.brightness != before);
  CHECK_FALSE(window.state.view.menu);
}
