#include "gui/panes/lesson_foot.h"

#include <cmath>

#include "gui/imgui/symbols.h"

namespace imapscope::gui {
namespace {

/// Below this height of the pane, in lines of text, buttons are low, too.
constexpr float lines_low = 16;
constexpr float arrow_radius = 6;  // design pixels
constexpr std::string_view again_name = "lesson.try_again";
constexpr std::string_view again_label = "Try again";
constexpr std::string_view again_key = "Shift R";

}  // namespace

LessonFoot::LessonFoot(const Scene& scene, const PaneArea& area)
    : scene_(scene), theme_(*scene.theme), area_(area), kind_(kind_of(scene)) {}

LessonFoot::Kind LessonFoot::kind_of(const Scene& scene) {
  const LessonText& lesson = *scene.lesson;
  if (scene.head.playing) return Kind::watch;
  if (lesson.can_go_on) return Kind::next;
  return lesson.finished && lesson.next_lesson ? Kind::next_lesson : Kind::none;
}

LessonFoot::Face LessonFoot::face() const {
  if (kind_ == Kind::next_lesson) return {"lesson.next_lesson", "Next lesson", "Enter", true};
  return {"lesson.next", "Next", "Space", true};
}

float LessonFoot::button_height() const {
  const bool low = area_.height() < lines_low * theme_.faces.body_line;
  return theme_.px(theme_.wall ? 38 : low ? 28 : 36);
}

float LessonFoot::width_of(const Face& face) const {
  const float gap = theme_.px(space::gap);
  const float arrow = face.leads_on ? gap + 2 * theme_.px(arrow_radius) : 0;
  return text_width(theme_.faces.strong, face.label) + arrow + gap +
         text_width(theme_.faces.number, face.key) + theme_.px(14);
}

bool LessonFoot::can_try_again() const {
  const auto& question = scene_.lesson->question;
  return question && question->can_try_again && !scene_.head.playing;
}

/// Whether both buttons have room in one row.
bool LessonFoot::side_by_side() const {
  const Face again{again_name, again_label, again_key, false};
  const float air = theme_.px(5 * space::wide_gap);
  return width_of(again) + width_of(face()) + air <= area_.width();
}

float LessonFoot::height() const {
  const float row = button_height() + theme_.px(space::gap);
  const float one = kind_ == Kind::none ? 0 : row;
  if (!can_try_again()) return one;
  return one == 0 || side_by_side() ? row : 2 * row;
}

void LessonFoot::draw(Intents& intents) const {
  const float bottom = area_.max.y;
  const float top = bottom - button_height();
  if (kind_ == Kind::watch) {
    draw_text_centered_y(*ImGui::GetWindowDrawList(), theme_.faces.body,
                         {area_.min.x, (top + bottom) / 2}, theme_.now.dim, "Watch the wire.");
    return;
  }
  float left = area_.min.x;
  if (can_try_again()) {
    const Face again{again_name, again_label, again_key, false};
    const bool beside = kind_ != Kind::none && side_by_side();
    const bool above = kind_ != Kind::none && !beside;
    const float lift = above ? button_height() + theme_.px(space::gap) : 0;
    const float right = left + width_of(again) + theme_.px(2 * space::wide_gap);
    if (draw_button(again, {left, top - lift}, {right, bottom - lift})) {
      intents.push_back(TryAgain{});
    }
    if (beside) left = right + theme_.px(space::gap);
  }
  if (kind_ == Kind::none) return;
  if (!draw_button(face(), {left, top}, {area_.max.x, bottom})) return;
  if (kind_ == Kind::next_lesson) return intents.push_back(NextLesson{});
  intents.push_back(PlayPause{});
}

/// The word, where it leads, and its key, in the middle. True when it was clicked.
bool LessonFoot::draw_button(const Face& face, ImVec2 min, ImVec2 max) const {
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  const Press press = press_area(face.name, min, max);
  const Color ground = face.leads_on ? theme_.now.client(0) : theme_.now.raised;
  const Color color = face.leads_on ? theme_.now.pane : theme_.now.text;
  const Color fill = press.hovered ? mix(ground, theme_.now.text, 0.12) : ground;
  draw.AddRectFilled(min, max, ink(fill), theme_.px(7));
  if (!face.leads_on) {
    draw.AddRect(min, max, ink(theme_.now.hairline), theme_.px(7), 0, theme_.px(space::hairline));
  }
  const float gap = theme_.px(space::gap);
  const float middle = std::round((min.y + max.y) / 2);
  float x = std::round((min.x + max.x - width_of(face)) / 2);
  x = draw_text_centered_y(draw, theme_.faces.strong, {x, middle}, color, face.label) + gap;
  if (face.leads_on) {
    const float arrow = theme_.px(arrow_radius);
    symbols::transport(draw, {x + arrow, middle}, arrow, symbols::Transport::play, color);
    x += 2 * arrow + gap;
  }
  const Color frame = face.leads_on ? color : theme_.now.hairline;
  const Chip chip{theme_.faces.number, color, frame, {0, 0, 0, 0}, theme_.px(space::unit)};
  draw_chip(draw, theme_, {x, middle}, chip, face.key);
  return press.clicked;
}

}  // namespace imapscope::gui
