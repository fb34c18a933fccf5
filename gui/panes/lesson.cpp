#include "gui/panes/lesson.h"

#include <algorithm>

#include "gui/imgui/items.h"
#include "gui/imgui/rich_text.h"
#include "gui/imgui/scroll_area.h"
#include "gui/imgui/widgets.h"
#include "gui/panes/lesson_question.h"

namespace imapscope::gui {
namespace {

constexpr std::string_view ending =
    "The lesson ends here. Step back to look again, and send a line of your own from there: it "
    "makes a branch.";
/// Beside an open question, the paragraphs keep this many lines in view, if options need not give
/// way for it.
constexpr float lines_kept = 4;

/// Heading and paragraphs, from top to bottom.
class Telling {
 public:
  Telling(const Theme& theme, const LessonText& lesson) : theme_(theme), lesson_(lesson) {}

  [[nodiscard]] float height(float width) const {
    float height = theme_.px(4) + wrapped_height(theme_.faces.heading, lesson_.heading, width);
    if (has_text()) {
      height += theme_.px(space::gap) + rich_text_height(theme_, width, lesson_.text);
    }
    return height + theme_.px(space::padding);
  }

  /// Gives back its height.
  float draw(ScrollArea& area, float width) const {
    const ImVec2 at = area.at();
    float y = at.y + theme_.px(4);
    y += draw_wrapped(area.draw(), theme_.faces.heading, {at.x, y}, theme_.now.text,
                      lesson_.heading, width);
    if (has_text()) {
      y += theme_.px(space::gap);
      y += draw_rich_text(area.draw(), theme_, {at.x, y}, width, theme_.now.text, lesson_.text);
    }
    items::add("lesson.text", at, {at.x + width, y});
    return y + theme_.px(space::padding) - at.y;
  }

 private:
  /// In Present the paragraphs go once a prediction is locked in; the question stays.
  [[nodiscard]] bool has_text() const {
    return !(theme_.presenter && lesson_.question && lesson_.question->locked);
  }

  const Theme& theme_;
  const LessonText& lesson_;
};

/// Everything one below the other; what does not fit scrolls.
void draw_flow(const Theme& theme, const LessonText& lesson, const PaneArea& area,
               QuestionCard* card, bool fits, Intents& intents) {
  ScrollArea scroll("lesson.content", area);
  // The frame before may have needed a scroll bar.
  const float width = fits ? area.width() : scroll.width();
  float y = Telling(theme, lesson).draw(scroll, width);
  if (card != nullptr) {
    y += card->draw(scroll.draw(), {scroll.at().x, scroll.at().y + y}, width, intents);
  }
  if (lesson.finished) {
    y += draw_rich_text(scroll.draw(), theme, {scroll.at().x, scroll.at().y + y}, width,
                        theme.now.dim, ending);
  }
  scroll.end(fits ? std::min(y, area.height()) : y);
}

/// The question stands at the foot, whole; the paragraphs scroll above it.
void draw_question_below(const Theme& theme, const LessonText& lesson, const PaneArea& area,
                         QuestionCard& card, Intents& intents) {
  const float top = area.max.y - card.height(area.width());
  {
    ScrollArea scroll("lesson.content", {area.min, {area.max.x, top - theme.px(space::unit)}});
    scroll.end(Telling(theme, lesson).draw(scroll, scroll.width()));
  }
  (void)card.draw(*ImGui::GetWindowDrawList(), {area.min.x, top}, area.width(), intents);
}

/// In a low window the question itself scrolls with the paragraphs; it begins in view.
void draw_options_below(const Theme& theme, const LessonText& lesson, const PaneArea& area,
                        QuestionCard& card, Intents& intents, bool is_new) {
  const float width = area.width();
  const float top = area.max.y - card.options_height(width) - card.lock_in_height();
  {
    ScrollArea scroll("lesson.content", {area.min, {area.max.x, top - theme.px(space::unit)}});
    const float told = Telling(theme, lesson).draw(scroll, scroll.width());
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
void draw_options_scrolling(const Theme& theme, const LessonText& lesson, const PaneArea& area,
                            QuestionCard& card, Intents& intents, bool is_new) {
  const float top = area.max.y - card.lock_in_height();
  {
    ScrollArea scroll("lesson.content", {area.min, {area.max.x, top - theme.px(space::unit)}});
    const float width = scroll.width();
    const float told = Telling(theme, lesson).draw(scroll, width);
    float y = told;
    y += card.draw_asking(scroll.draw(), {scroll.at().x, scroll.at().y + y}, width);
    y += card.draw_options(scroll.draw(), {scroll.at().x, scroll.at().y + y}, width, intents);
    scroll.end(y);
    if (is_new) ImGui::SetScrollY(told);
  }
  card.draw_lock_in({area.min.x, top}, area.width(), intents);
}

}  // namespace

void LessonPane::draw(const Scene& scene, Intents& intents) {
  const Theme& theme = *scene.theme;
  PaneArea area = pane_heading(theme, "Lesson");
  if (!scene.lesson) return;
  const LessonText& lesson = *scene.lesson;
  if (theme.wall) {
    pane_fact(theme, "step " + std::to_string(lesson.step) + " of " + std::to_string(lesson.steps));
  }
  if (!lesson.question) {
    shown_step_ = 0;
    return draw_flow(theme, lesson, area, nullptr, false, intents);
  }
  const bool is_new = shown_step_ != lesson.step;
  const float width = area.width();
  const float room = area.height();
  const float line = theme.faces.body_line;
  const float told = Telling(theme, lesson).height(width);
  const float kept = std::min(told, line * lines_kept);
  QuestionCard roomy(theme, *lesson.question, typed_, Density::roomy);
  QuestionCard tight(theme, *lesson.question, typed_, Density::tight);
  const bool fits = told + roomy.height(width) <= room;
  if (lesson.question->locked || fits) {
    draw_flow(theme, lesson, area, &roomy, fits, intents);
  } else if (kept + roomy.height(width) <= room) {
    draw_question_below(theme, lesson, area, roomy, intents);
  } else if (2 * line + tight.height(width) <= room) {
    draw_question_below(theme, lesson, area, tight, intents);
  } else if (line + tight.options_height(width) + tight.lock_in_height() <= room) {
    draw_options_below(theme, lesson, area, tight, intents, is_new);
  } else {
    draw_options_scrolling(theme, lesson, area, tight, intents, is_new);
  }
  shown_step_ = lesson.step;
}

}  // namespace imapscope::gui
