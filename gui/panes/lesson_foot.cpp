#include "gui/panes/lesson_foot.h"

#include <cmath>

#include "gui/imgui/symbols.h"

namespace imapscope::gui {

LessonFoot::LessonFoot(const Scene& scene, bool low)
    : scene_(scene), theme_(*scene.theme), low_(low), kind_(kind_of(scene)) {}

LessonFoot::Kind LessonFoot::kind_of(const Scene& scene) {
  const LessonText& lesson = *scene.lesson;
  if (scene.head.playing) return Kind::watch;
  if (lesson.can_go_on) return Kind::next;
  return lesson.finished && lesson.next_lesson ? Kind::next_lesson : Kind::none;
}

float LessonFoot::button_height() const {
  return theme_.px(theme_.wall ? 38 : low_ ? 28 : 36);
}

bool LessonFoot::can_try_again() const {
  const auto& question = scene_.lesson->question;
  return question && question->can_try_again && !scene_.head.playing;
}

float LessonFoot::height() const {
  const float again = can_try_again() ? theme_.px(space::row) : 0;
  if (kind_ == Kind::none) return again;
  return again + button_height() + theme_.px(space::gap);
}

void LessonFoot::draw(const PaneArea& area, Intents& intents) const {
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  float y = area.max.y - height();
  if (can_try_again()) {
    const float middle = y + theme_.px(space::row) / 2;
    constexpr std::string_view label = "Try again";
    if (text_button(theme_, "lesson.try_again", {area.min.x + theme_.px(space::gap), middle}, label,
                    false)) {
      intents.push_back(TryAgain{});
    }
    const float x = area.min.x + text_width(theme_.faces.body, label) + theme_.px(22);
    draw_key(draw, theme_, {x, middle}, "Shift R");
    y += theme_.px(space::row);
  }
  y += theme_.px(space::gap);
  if (kind_ == Kind::watch) {
    draw_text_centered_y(draw, theme_.faces.body, {area.min.x, y + button_height() / 2},
                         theme_.now.dim, "Watch the wire.");
  } else if (kind_ != Kind::none) {
    draw_next({area.min.x, y}, {area.max.x, y + button_height()}, intents);
  }
}

/// One wide button: the word, where it leads, and its key.
void LessonFoot::draw_next(ImVec2 min, ImVec2 max, Intents& intents) const {
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  const bool to_lesson = kind_ == Kind::next_lesson;
  const std::string_view label = to_lesson ? "Next lesson" : "Next";
  const std::string_view key = to_lesson ? "Enter" : "Space";
  const Press press = press_area(to_lesson ? "lesson.next_lesson" : "lesson.next", min, max);
  const Color fill =
      press.hovered ? mix(theme_.now.client(0), theme_.now.text, 0.12) : theme_.now.client(0);
  draw.AddRectFilled(min, max, ink(fill), theme_.px(7));
  ImFont* face = theme_.faces.strong;
  const float gap = theme_.px(space::gap);
  const float arrow = theme_.px(6);
  const float key_width = text_width(theme_.faces.number, key) + theme_.px(14);
  const float whole = text_width(face, label) + gap + 2 * arrow + gap + key_width;
  const float middle = std::round((min.y + max.y) / 2);
  float x = std::round((min.x + max.x - whole) / 2);
  x = draw_text_centered_y(draw, face, {x, middle}, theme_.now.pane, label) + gap;
  symbols::transport(draw, {x + arrow, middle}, arrow, symbols::Transport::play, theme_.now.pane);
  const Chip chip{
      theme_.faces.number, theme_.now.pane, theme_.now.pane, {0, 0, 0, 0}, theme_.px(space::unit)};
  draw_chip(draw, theme_, {x + 2 * arrow + gap, middle}, chip, key);
  if (!press.clicked) return;
  if (to_lesson) return intents.push_back(NextLesson{});
  intents.push_back(PlayPause{});
}

}  // namespace imapscope::gui
