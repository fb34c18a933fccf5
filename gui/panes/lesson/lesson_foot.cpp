#include "gui/panes/lesson/lesson_foot.h"

#include <cmath>

#include "gui/imgui/symbols.h"

namespace imapscope::gui {
namespace {

/// Below this height of the pane, in lines of text, buttons are low, too.
constexpr float lines_low = 16;
// Design pixels.
constexpr float arrow_radius = 6;
constexpr float key_air = 14;  // around a key's word

std::string next_hint(const words::Words& words, const Task& task) {
  const std::size_t shown = task.hints.size();
  return words("lesson.task.next_hint", {{"number", shown + 1}, {"all", shown + task.more_hints}});
}

}  // namespace

LessonFoot::LessonFoot(const Scene& scene, const PaneArea& area)
    : scene_(scene), theme_(*scene.theme), area_(area) {
  if (scene.head.playing) return;
  back_ = back(scene);
  forward_ = forward(scene);
  // Its key is known from the list of keys; a second row would take from the lesson.
  if (back_ && forward_ && !side_by_side()) back_->key = {};
}

/// Sets the wire back; at the end there is a report instead.
std::optional<LessonFoot::Button> LessonFoot::back(const Scene& scene) {
  const LessonText& lesson = *scene.lesson;
  if (lesson.question && lesson.question->can_try_again) {
    return Button{"lesson.try_again", scene.words("lesson.button.try_again"), "Shift R",
                  TryAgain{}};
  }
  if (lesson.task && lesson.task->open) {
    return Button{"lesson.reset", scene.words("lesson.button.reset"), "Shift R", ResetTask{}};
  }
  if (lesson.finished) {
    return Button{"lesson.report", scene.words("lesson.button.report"), "Ctrl R", SaveReport{}};
  }
  return std::nullopt;
}

/// Leads on, or helps to come so far.
std::optional<LessonFoot::Button> LessonFoot::forward(const Scene& scene) {
  const LessonText& lesson = *scene.lesson;
  const words::Words& words = scene.words;
  if (lesson.can_go_on) {
    return Button{"lesson.next", words("lesson.button.next"), "Space", PlayPause{}, true};
  }
  if (lesson.finished && lesson.next_lesson) {
    return Button{"lesson.next_lesson", words("lesson.button.next_lesson"), "Enter", NextLesson{},
                  true};
  }
  if (!lesson.task || !lesson.task->open) return std::nullopt;
  if (lesson.task->more_hints == 0) {
    return Button{"lesson.show_how", words("lesson.button.show_how"), "W", LeaveTask{}};
  }
  return Button{"lesson.hint", next_hint(words, *lesson.task), "A", ShowHint{}};
}

float LessonFoot::button_height() const {
  const bool low = area_.height() < lines_low * theme_.faces.body_line;
  return theme_.px(theme_.wall ? 38.0F : low ? 28.0F : 36.0F);
}

float LessonFoot::width_of(const Button& button) const {
  const float gap = theme_.px(space::gap);
  const float arrow = button.leads_on ? gap + 2 * theme_.px(arrow_radius) : 0;
  const float key = button.key.empty()
                        ? 0
                        : gap + text_width(theme_.faces.number, button.key) + theme_.px(key_air);
  return text_width(theme_.faces.strong, button.label) + arrow + key;
}

/// Whether both buttons have room in one row.
bool LessonFoot::side_by_side() const {
  const float air = theme_.px(5 * space::wide_gap);
  return width_of(*back_) + width_of(*forward_) + air <= area_.width();
}

float LessonFoot::height() const {
  const float row = button_height() + theme_.px(space::gap);
  if (scene_.head.playing) return row;
  if (back_ && forward_) return side_by_side() ? row : 2 * row;
  return back_ || forward_ ? row : 0;
}

void LessonFoot::draw(Intents& intents) const {
  const float bottom = area_.max.y;
  const float top = bottom - button_height();
  if (scene_.head.playing) {
    draw_text_centered_y(*ImGui::GetWindowDrawList(), theme_.faces.body,
                         {area_.min.x, (top + bottom) / 2}, theme_.now.dim,
                         scene_.words("lesson.watch"));
  }
  float left = area_.min.x;
  if (back_) {
    const bool beside = forward_ && side_by_side();
    const float lift = forward_ && !beside ? button_height() + theme_.px(space::gap) : 0;
    const float right = left + width_of(*back_) + theme_.px(2 * space::wide_gap);
    draw_button(*back_, {left, top - lift}, {right, bottom - lift}, intents);
    if (beside) left = right + theme_.px(space::gap);
  }
  if (forward_) draw_button(*forward_, {left, top}, {area_.max.x, bottom}, intents);
}

/// The word, where it leads, and its key, in the middle.
void LessonFoot::draw_button(const Button& button, ImVec2 min, ImVec2 max, Intents& intents) const {
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  const Press press = press_area(button.name, min, max);
  const Color ground = button.leads_on ? theme_.now.client(0) : theme_.now.raised;
  const Color color = button.leads_on ? theme_.now.pane : theme_.now.text;
  const Color fill = press.hovered ? mix(ground, theme_.now.text, 0.12) : ground;
  const float radius = theme_.px(mark::arrow);
  draw.AddRectFilled(min, max, ink(fill), radius);
  if (!button.leads_on) {
    draw.AddRect(min, max, ink(theme_.now.hairline), radius, 0, theme_.px(space::hairline));
  }
  const float gap = theme_.px(space::gap);
  const float middle = std::round((min.y + max.y) / 2);
  float x = std::round((min.x + max.x - width_of(button)) / 2);
  x = draw_text_centered_y(draw, theme_.faces.strong, {x, middle}, color, button.label) + gap;
  if (button.leads_on) {
    const float arrow = theme_.px(arrow_radius);
    symbols::transport(draw, {x + arrow, middle}, arrow, symbols::Transport::play, color);
    x += 2 * arrow + gap;
  }
  if (press.clicked) intents.push_back(button.wish);
  if (button.key.empty()) return;
  const Color frame = button.leads_on ? color : theme_.now.hairline;
  const Chip chip{theme_.faces.number, color, frame, {0, 0, 0, 0}, theme_.px(space::unit)};
  draw_chip(draw, theme_, {x, middle}, chip, button.key);
}

}  // namespace imapscope::gui
