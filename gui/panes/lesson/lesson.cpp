#include "gui/panes/lesson/lesson.h"

#include <algorithm>

#include "gui/imgui/scroll_area.h"
#include "gui/imgui/widgets.h"
#include "gui/panes/lesson/lesson_foot.h"
#include "gui/panes/lesson/lesson_question.h"
#include "gui/panes/lesson/lesson_task.h"
#include "gui/panes/lesson/lesson_telling.h"
#include "gui/panes/lesson/step_dots.h"

namespace imapscope::gui {
namespace {

/// Beside an open question, the paragraphs keep this many lines in view, if options need not give
/// way for it.
constexpr float lines_kept = 4;

/// The step at the heading's right: in words, or as dots where the toolbar has no room for them.
void draw_place(const Scene& scene, const PaneArea& area, Intents& intents) {
  const Theme& theme = *scene.theme;
  const LessonText& lesson = *scene.lesson;
  const std::string words =
      scene.words("window.toolbar.step", {{"step", lesson.step}, {"steps", lesson.steps}});
  if (toolbar_has_dots(theme)) return pane_fact(theme, words);
  const float width = step_dots_width(theme, lesson, area.max.x - heading_end(theme));
  if (width < theme.px(space::chip_air) * static_cast<float>(lesson.dots.size()))
    return pane_fact(theme, words);
  const float middle = area.min.y - theme.px(space::gap) - line_height(theme.faces.caption) / 2;
  draw_step_dots(scene, {area.max.x - width, middle}, width, intents);
}

/// Everything one below the other; what does not fit scrolls.
void draw_flow(const Scene& scene, const PaneArea& area, const Telling& telling, QuestionCard* card,
               bool is_new, Intents& intents) {
  const Telling ending = Telling::after(scene);
  const float whole = telling.height(area.width()) + ending.height(area.width()) +
                      (card != nullptr ? card->height(area.width()) : 0);
  ScrollArea scroll("lesson.content", area);
  // The frame before may have needed a scroll bar.
  const bool fits = whole <= area.height();
  const float width = fits ? area.width() : scroll.width();
  const ImVec2 at = scroll.at();
  float y = telling.draw(scroll.draw(), at, width);
  if (card != nullptr) y += card->draw(scroll.draw(), {at.x, at.y + y}, width, intents);
  if (card != nullptr && ending.height(width) > 0) y += scene.theme->px(space::padding);
  y += ending.draw(scroll.draw(), {at.x, at.y + y}, width);
  scroll.end(fits ? std::min(y, area.height()) : y);
  if (is_new) ImGui::SetScrollY(0);
}

/// The question stands at the foot, whole; the paragraphs scroll above it.
void draw_question_below(const Theme& theme, const Telling& telling, const PaneArea& area,
                         QuestionCard& card, Intents& intents) {
  const float top = area.max.y - card.height(area.width());
  {
    ScrollArea scroll("lesson.content", {area.min, {area.max.x, top - theme.px(space::gap)}});
    scroll.end(telling.draw(scroll.draw(), scroll.at(), scroll.width()));
  }
  (void)card.draw(*ImGui::GetWindowDrawList(), {area.min.x, top}, area.width(), intents);
}

/// In a low window the question itself scrolls with the paragraphs; it begins in view.
void draw_options_below(const Theme& theme, const Telling& telling, const PaneArea& area,
                        QuestionCard& card, Intents& intents, bool is_new) {
  const float width = area.width();
  const float top = area.max.y - card.options_height(width) - card.lock_in_height();
  {
    ScrollArea scroll("lesson.content", {area.min, {area.max.x, top - theme.px(space::gap)}});
    const float told = telling.draw(scroll.draw(), scroll.at(), scroll.width());
    const ImVec2 at{scroll.at().x, scroll.at().y + told};
    scroll.end(told + card.draw_asking(scroll.draw(), at, scroll.width()));
    if (is_new) ImGui::SetScrollY(told);
  }
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  const float options = card.draw_options(draw, {area.min.x, top}, width, intents);
  card.draw_lock_in({area.min.x, top + options}, width, intents);
}

/// Where even the options do not fit, as zoomed far, they scroll, too; only the lock-in stands
/// fast.
void draw_options_scrolling(const Theme& theme, const Telling& telling, const PaneArea& area,
                            QuestionCard& card, Intents& intents, bool is_new) {
  const float top = area.max.y - card.lock_in_height();
  {
    ScrollArea scroll("lesson.content", {area.min, {area.max.x, top - theme.px(space::gap)}});
    const float width = scroll.width();
    const float told = telling.draw(scroll.draw(), scroll.at(), width);
    float y = told;
    y += card.draw_asking(scroll.draw(), {scroll.at().x, scroll.at().y + y}, width);
    y += card.draw_options(scroll.draw(), {scroll.at().x, scroll.at().y + y}, width, intents);
    scroll.end(y);
    if (is_new) ImGui::SetScrollY(told);
  }
  card.draw_lock_in({area.min.x, top}, area.width(), intents);
}

/// An open question, as much of it and of what is told before it as fits.
void draw_open_question(const Scene& scene, const PaneArea& area, QuestionCard& roomy,
                        QuestionCard& tight, bool is_new, Intents& intents) {
  const Theme& theme = *scene.theme;
  const Telling telling = Telling::before(scene, Telling::Extent::whole);
  const float width = area.width();
  const float room = area.height();
  const float line = theme.faces.body_line;
  const float told = telling.height(width);
  const float kept = std::min(told, line * lines_kept);
  if (told + roomy.height(width) <= room) {
    draw_flow(scene, area, telling, &roomy, false, intents);
  } else if (kept + roomy.height(width) <= room) {
    draw_question_below(theme, telling, area, roomy, intents);
  } else if (2 * line + tight.height(width) <= room) {
    draw_question_below(theme, telling, area, tight, intents);
  } else if (line + tight.options_height(width) + tight.lock_in_height() <= room) {
    draw_options_below(theme, telling, area, tight, intents, is_new);
  } else {
    draw_options_scrolling(theme, telling, area, tight, intents, is_new);
  }
}

/// Prediction and outcome side by side. The paragraphs go before any of that would: on the wall
/// always, else where there is not room for all.
void draw_outcome(const Scene& scene, const PaneArea& area, QuestionCard& roomy,
                  QuestionCard& tight, QuestionCard& bare, bool is_new, Intents& intents) {
  using enum Telling::Extent;
  const float width = area.width();
  const float room = area.height() - Telling::after(scene).height(width);
  const auto fits = [&](Telling::Extent extent, const QuestionCard& card) {
    return Telling::before(scene, extent).height(width) + card.height(width) <= room;
  };
  const bool is_roomy = fits(heading_only, roomy);
  const Telling::Extent extent = !scene.theme->presenter && fits(whole, roomy) ? whole
                                 : is_roomy || fits(heading_only, tight)       ? heading_only
                                                                               : nothing;
  QuestionCard& card = is_roomy ? roomy : fits(extent, tight) ? tight : bare;
  draw_flow(scene, area, Telling::before(scene, extent), &card, is_new, intents);
}

/// What is to be done, and how far it has come.
void draw_task(const Scene& scene, const PaneArea& area, const Task& task, bool is_new) {
  ScrollArea scroll("lesson.content", area);
  const float width = scroll.width();
  const ImVec2 at = scroll.at();
  float y = Telling::before(scene, Telling::Extent::whole).draw(scroll.draw(), at, width);
  y += TaskCard(scene, task).draw(scroll.draw(), {at.x, at.y + y}, width);
  y += Telling::after(scene).draw(scroll.draw(), {at.x, at.y + y}, width);
  scroll.end(y);
  if (is_new) ImGui::SetScrollY(0);
}

}  // namespace

void LessonPane::draw(const Scene& scene, Intents& intents) {
  const Theme& theme = *scene.theme;
  const bool is_task = scene.lesson && scene.lesson->task;
  PaneArea area =
      pane_heading(theme, scene.words(is_task ? "lesson.task.heading" : "lesson.heading"));
  if (!scene.lesson) return;
  const LessonText& lesson = *scene.lesson;
  draw_place(scene, area, intents);
  const LessonFoot foot(scene, area);
  foot.draw(intents);
  area.max.y -= foot.height();

  const bool has_question = lesson.question.has_value();
  const Shown shown{lesson.step, has_question || is_task, has_question && lesson.question->outcome};
  const bool is_new = shown != shown_;
  shown_ = shown;
  if (lesson.task) return draw_task(scene, area, *lesson.task, is_new);
  if (!has_question) {
    const Telling telling = Telling::before(scene, Telling::Extent::whole);
    return draw_flow(scene, area, telling, nullptr, is_new, intents);
  }
  QuestionCard roomy(scene, typed_, Density::roomy);
  QuestionCard tight(scene, typed_, Density::tight);
  if (lesson.question->locked) {
    QuestionCard bare(scene, typed_, Density::bare);
    draw_outcome(scene, area, roomy, tight, bare, is_new, intents);
  } else {
    draw_open_question(scene, area, roomy, tight, is_new, intents);
  }
}

}  // namespace imapscope::gui
