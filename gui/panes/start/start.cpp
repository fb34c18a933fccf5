#include "gui/panes/start/start.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "gui/imgui/compat.h"
#include "gui/imgui/symbols.h"
#include "gui/panes/key_row.h"

namespace imapscope::gui {
namespace {

constexpr float side_least = 360;
constexpr float side_most = 520;
constexpr float tall_window = 560;  // from here on there is room for the name and the promise
constexpr float least_hint = 160;

using compat::key_pressed;

constexpr float bar_height = 48;
constexpr float footer_height = 40;
/// Below this width, in design pixels, one column is shown at a time.
constexpr float two_columns = 760;
constexpr std::size_t recent_keys = 8;

struct Places {
  Rect bar;
  Rect lessons;  ///< empty: only the side is shown
  Rect side;     ///< empty: only the lessons are shown
  Rect footer;
  bool narrow = false;
};

Places places_of(const Theme& theme, StartArea area) {
  const ImVec2 at = ImGui::GetWindowPos();
  const ImVec2 size = ImGui::GetWindowSize();
  const float top = theme.px(bar_height);
  const float foot = theme.px(footer_height);
  const float height = size.y - top - foot;
  Places places;
  places.bar = {at.x, at.y, size.x, top};
  places.footer = {at.x, at.y + size.y - foot, size.x, foot};
  places.narrow = size.x < theme.px(two_columns);
  if (places.narrow) {
    Rect& only = area == StartArea::lessons ? places.lessons : places.side;
    only = {at.x, at.y + top, size.x, height};
    return places;
  }
  const float side = std::round(std::clamp(
      size.x * 0.346F, std::min(theme.px(side_least), size.x * 0.45F), theme.px(side_most)));
  places.lessons = {at.x, at.y + top, size.x - side, height};
  places.side = {at.x + size.x - side, at.y + top, side, height};
  return places;
}

void line(const Theme& theme, ImVec2 from, ImVec2 to) {
  ImGui::GetWindowDrawList()->AddLine(from, to, ink(theme.now.hairline), theme.px(space::hairline));
}

/// What Enter does to the lesson.
std::string open_words(const words::Words& words, const LessonEntry* lesson) {
  if (lesson == nullptr) return words("start.key.fold_or_open");
  if (lesson->done) return words("start.key.open_again");
  if (lesson->step > 1) return words("start.key.go_on", {{"step", lesson->step}});
  return words("start.key.open");
}

std::vector<KeyWords> keys_of(const words::Words& words, StartArea area, const LessonEntry* lesson,
                              bool finding) {
  const KeyWords choose{{"\u2191", "\u2193"}, words("start.key.choose")};
  const KeyWords next{{"Tab"}, words("start.key.next_area")};
  if (area == StartArea::lessons && finding) {
    return {choose, {{"Enter"}, open_words(words, lesson)}, {{"Esc"}, words("start.key.all")}};
  }
  switch (area) {
    case StartArea::lessons:
      return {choose,
              {{"Enter"}, open_words(words, lesson)},
              {{"Space"}, words("start.key.fold")},
              next,
              {{"/"}, words("start.key.find")}};
    case StartArea::session:
      return {choose,
              {{"\u2190", "\u2192"}, words("start.key.change")},
              {{"Enter"}, words("start.key.start")},
              next};
    case StartArea::open:
      return {{{"Enter"}, words("start.key.files")}, next};
    case StartArea::recent:
      return {choose, {{"Enter"}, words("start.key.open")}, next};
    case StartArea::follow:
      return {
          {{"Enter"}, words("start.key.follow")}, next, {{"Esc"}, words("start.key.leave_field")}};
  }
  return {};
}

}  // namespace

void StartPane::draw(const Scene& scene, Intents& intents) {
  if (!scene.start) return;
  const Theme& theme = *scene.theme;
  const bool takes_keys = !scene.files && !scene.view.help;
  if (takes_keys) keys(scene, intents);
  const Places places = places_of(theme, area_);
  if (!places.lessons.empty()) lessons(scene, places.lessons, takes_keys, intents);
  if (!places.side.empty()) {
    const Rect& side = places.side;
    const float padding = theme.px(space::padding);
    const PaneArea area{
        {side.x + padding, side.y + theme.px(space::gap)},
        {side.right() - theme.px(space::gap), side.bottom() - theme.px(space::hairline)}};
    side_.draw(scene, area, area_, takes_keys && !list_.finding(), intents);
    const StartArea clicked = side_.clicked(area_);
    if (clicked != area_) area_ = clicked;
    if (!places.narrow) line(theme, {side.x, side.y}, {side.x, side.bottom()});
  }
  bar(scene, places.bar, places.narrow, intents);
  footer(scene, places.footer);
}

void StartPane::enter(StartArea area, char brought_by) {
  area_ = area;
  side_.enter(area, brought_by);
}

void StartPane::next_area(const Scene& scene, bool back) {
  std::size_t area = static_cast<std::size_t>(area_);
  do {
    area = (area + (back ? start_area_count - 1 : 1)) % start_area_count;
  } while (static_cast<StartArea>(area) == StartArea::recent && scene.start->recent.empty());
  enter(static_cast<StartArea>(area));
}

void StartPane::keys(const Scene& scene, Intents& intents) {
  const ImGuiIO& io = ImGui::GetIO();
  if (io.KeyAlt) return;
  if (io.KeyCtrl) {
    const auto& recent = scene.start->recent;
    for (std::size_t i = 0; i < std::min(recent.size(), recent_keys); ++i) {
      if (key_pressed(digit(static_cast<int>(i) + 1))) intents.push_back(OpenFile{recent[i].path});
    }
    return;
  }
  if (list_.holds_keys() && !list_.finding() && area_ == StartArea::lessons) return;
  if (key_pressed(Key::tab)) return next_area(scene, io.KeyShift);
  if (side_.typing() || list_.finding()) {
    if (side_.typing() && key_pressed(Key::escape)) enter(StartArea::lessons);
    return;
  }
  if (key_pressed(letter('n'))) enter(StartArea::session);
  if (key_pressed(letter('f'))) enter(StartArea::follow, 'f');
  if (key_pressed(Key::slash) && area_ != StartArea::lessons) {
    enter(StartArea::lessons);
    list_.find();
  }
  // What is told, and what is found, go first.
  if (!key_pressed(Key::escape) || list_.holds_keys() || !scene.message.empty()) return;
  if (area_ != StartArea::lessons) {
    enter(StartArea::lessons);
  } else if (scene.start->can_return) {
    intents.push_back(ShowStart{false});
  }
}

void StartPane::bar(const Scene& scene, const Rect& place, bool narrow, Intents& intents) {
  const Theme& theme = *scene.theme;
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  const float middle = std::round(place.y + place.height / 2);
  float x =
      draw_text_centered_y(draw, theme.faces.strong, {place.x + theme.px(space::padding), middle},
                           theme.now.text, "imapscope");
  x += theme.px(space::padding);
  if (narrow) {
    const bool lessons = area_ == StartArea::lessons;
    const std::string word = scene.words("start.lessons");
    if (text_button(theme, "start.lessons", {x, middle}, word, lessons)) enter(StartArea::lessons);
    x += text_width(theme.faces.body, word) + theme.px(space::padding);
    if (text_button(theme, "start.side", {x, middle}, scene.words("start.side"), !lessons)) {
      enter(StartArea::session);
    }
  } else {
    draw_text_centered_y(draw, theme.faces.body, {x, middle}, theme.now.dim,
                         scene.words("start.heading"));
  }
  float right = place.right() - theme.px(space::padding);
  const auto word = [&](std::string_view name, std::string_view key, const std::string& label) {
    const float left = std::round(right - text_width(theme.faces.body, label));
    const bool clicked = text_button(theme, name, {left, middle}, label, false);
    const float key_left = left - theme.px(space::gap + 14) - text_width(theme.faces.number, key);
    draw_key(draw, theme, {key_left, middle}, key);
    right = key_left - theme.px(space::wide_padding);
    return clicked;
  };
  if (word("start.help", "F1", scene.words("window.toolbar.help")))
    intents.push_back(ShowHelp{!scene.view.help});
  if (word("start.theme", "T", scene.words("window.toolbar.theme")))
    intents.push_back(ToggleTheme{});
  if (scene.start->can_return && word("start.return", "Esc", scene.words("start.back"))) {
    intents.push_back(ShowStart{false});
  }
  line(theme, {place.x, place.bottom()}, {place.right(), place.bottom()});
}

void StartPane::lessons(const Scene& scene, const Rect& place, bool takes_keys, Intents& intents) {
  const Theme& theme = *scene.theme;
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  const float left = place.x + theme.px(space::padding);
  const float right = place.right() - theme.px(space::wide_gap);
  float top = place.y + theme.px(space::padding);
  const bool tall = place.height > theme.px(tall_window);
  if (tall) {
    draw_text(draw, theme.faces.heading, {left, top}, theme.now.text, "imapscope");
    top += theme.px(space::side_row);
    draw_text(draw, theme.faces.body, {left, top}, theme.now.dim,
              ellipsised(theme.faces.body, scene.words("start.promise"), right - left));
    top += theme.px(space::heading_row);
  }
  const PaneArea area{{left, top}, {right, place.bottom() - theme.px(space::hairline)}};
  const bool focused = area_ == StartArea::lessons && takes_keys;
  list_.draw(scene, area, focused, intents);
}

void StartPane::footer(const Scene& scene, const Rect& place) {
  const Theme& theme = *scene.theme;
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  draw.AddRectFilled({place.x, place.y}, {place.right(), place.bottom()}, ink(theme.now.raised));
  line(theme, {place.x, place.y}, {place.right(), place.y});
  const float middle = std::round(place.y + place.height / 2);
  const float padding = theme.px(space::padding);
  const float right = place.right() - padding;
  const LessonEntry* lesson = area_ == StartArea::lessons ? list_.chosen(scene.lessons) : nullptr;
  const float x = draw_key_row(draw, theme, {place.x + padding, middle}, right,
                               keys_of(scene.words, area_, lesson, list_.finding()));
  if (lesson == nullptr) return;
  const std::string words =
      scene.words("start.lesson_goal", {{"number", lesson->number}, {"goal", lesson->goal}});
  const std::string cut = ellipsised(theme.faces.label, words, right - x - theme.px(space::indent));
  if (right - x < theme.px(least_hint)) return;
  draw_text_right(draw, theme.faces.label,
                  {right, middle - std::round(line_height(theme.faces.label) / 2)}, theme.now.dim,
                  cut);
}

}  // namespace imapscope::gui
