#include "gui/panes/lesson/lesson_telling.h"

#include "gui/imgui/items.h"
#include "gui/imgui/rich_text.h"
#include "gui/imgui/widgets.h"

namespace imapscope::gui {
namespace {

/// "both clients open INBOX: 18 lines."
std::string words_of(const words::Words& words, const SetUp& set_up) {
  return words("lesson.set_up", {{"what", set_up.text}, {"count", set_up.lines}});
}

std::string words_of(const words::Words& words, const Score& score) {
  return words("lesson.score", {{"right", score.right}, {"count", score.questions}});
}

}  // namespace

void Telling::add(std::string caption, const std::string& text, Color color) {
  if (!text.empty()) paragraphs_.push_back({std::move(caption), text, color});
}

Telling Telling::before(const Scene& scene, Extent extent) {
  const Theme& theme = *scene.theme;
  const LessonText& lesson = *scene.lesson;
  const words::Words& words = scene.words;
  Telling telling(theme);
  if (extent == Extent::nothing) return telling;
  telling.heading_ = lesson.heading;
  if (extent == Extent::heading_only) return telling;
  if (lesson.task) {
    telling.heading_ = lesson.task->title;
    const std::string& text = lesson.task->text;
    const bool nudges = lesson.task->nudge;
    telling.add({}, nudges ? words("lesson.task.nudge", {{"task", text}}) : text, theme.now.text);
    return telling;
  }
  telling.add({}, lesson.text, theme.now.text);
  if (lesson.step == 1) telling.add(words("lesson.caption.goal"), lesson.goal, theme.now.text);
  if (lesson.set_up) {
    telling.add(words("lesson.caption.set_up"), words_of(words, *lesson.set_up), theme.now.dim);
  }
  return telling;
}

Telling Telling::after(const Scene& scene) {
  const Theme& theme = *scene.theme;
  const LessonText& lesson = *scene.lesson;
  const words::Words& words = scene.words;
  Telling telling(theme);
  if (!lesson.finished) return telling;
  telling.add(words("lesson.caption.learned"), lesson.learned, theme.now.text);
  if (lesson.score.questions > 0) {
    telling.add(words("lesson.caption.score"), words_of(words, lesson.score), theme.now.text);
  }
  if (!theme.presenter) telling.add({}, words("lesson.look_again"), theme.now.dim);
  if (lesson.next_lesson) {
    const LessonEntry& next = scene.lessons[*lesson.next_lesson];
    telling.add(words("lesson.caption.next"), std::to_string(next.number) + " \u00b7 " + next.title,
                theme.now.text);
  }
  return telling;
}

float Telling::caption_height() const {
  return line_height(theme_.faces.caption) + theme_.px(space::unit);
}

float Telling::height(float width) const {
  float height = 0;
  if (!heading_.empty()) {
    height += theme_.px(space::unit) + wrapped_height(theme_.faces.heading, heading_, width);
    height += theme_.px(space::gap);
  }
  for (const Paragraph& paragraph : paragraphs_) {
    if (!paragraph.caption.empty()) height += caption_height();
    height += rich_text_height(theme_, width, paragraph.text) + theme_.px(space::wide_gap);
  }
  return height;
}

float Telling::draw(ImDrawList& draw, ImVec2 at, float width) const {
  float y = at.y;
  if (!heading_.empty()) {
    y += theme_.px(space::unit);
    y += draw_wrapped(draw, theme_.faces.heading, {at.x, y}, theme_.now.text, heading_, width);
    y += theme_.px(space::gap);
  }
  for (const Paragraph& paragraph : paragraphs_) {
    if (!paragraph.caption.empty()) {
      draw_caption(draw, theme_, {at.x, y}, theme_.now.dim, paragraph.caption);
      y += caption_height();
    }
    y += draw_rich_text(draw, theme_, {at.x, y}, width, paragraph.color, paragraph.text);
    y += theme_.px(space::wide_gap);
  }
  if (!heading_.empty()) items::add("lesson.text", at, {at.x + width, y});
  return y - at.y;
}

}  // namespace imapscope::gui
