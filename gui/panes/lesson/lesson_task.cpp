#include "gui/panes/lesson/lesson_task.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "gui/imgui/items.h"
#include "gui/imgui/rich_text.h"
#include "gui/imgui/symbols.h"
#include "gui/imgui/widgets.h"

namespace imapscope::gui {
namespace {

// Design pixels at 100 %.
constexpr float card_inset = 14;
constexpr float words_x = 24;  // of a part, from the card's inset
constexpr float bar_height = 7;

std::string used(const words::Words& words, const Task& task) {
  if (!task.most) return words("lesson.task.used", {{"count", task.commands}});
  return words("lesson.task.used_of", {{"used", task.commands}, {"count", *task.most}});
}

/// "par 3", and the best try beside it.
std::string par(const words::Words& words, const Task& task) {
  if (!task.fewest) return words("lesson.task.par", {{"par", task.par}});
  return words("lesson.task.par_and_best", {{"par", task.par}, {"best", *task.fewest}});
}

/// How many commands the bar has room for.
std::size_t places(const Task& task) {
  return task.most ? *task.most : std::max(task.par + 1, task.commands);
}

}  // namespace

float TaskCard::label_line() const {
  return std::round(line_height(theme_.faces.label) * 1.25F);
}

float TaskCard::words_room(float width) const {
  return width - px(2 * card_inset + words_x);
}

float TaskCard::goal_height(float width) const {
  float height = px(card_inset) + label_line() + px(space::gap);
  for (const TaskPart& part : task_.parts) {
    height += rich_text_height(theme_, words_room(width), part.words) + px(space::gap);
  }
  return height + px(card_inset - space::gap);
}

float TaskCard::commands_height() const {
  return theme_.faces.body_line + px(space::unit + bar_height + space::unit);
}

float TaskCard::hints_height(float width) const {
  float height = 0;
  for (const explain::RichText& hint : task_.hints) {
    height += px(space::gap) + label_line() + rich_text_height(theme_, width, hint);
  }
  return height;
}

float TaskCard::height(float width) const {
  return goal_height(width) + px(space::wide_gap) + commands_height() + hints_height(width) +
         px(space::wide_gap);
}

float TaskCard::draw(ImDrawList& draw, ImVec2 at, float width) const {
  float y = at.y;
  draw_goal(draw, at, width);
  y += goal_height(width) + px(space::wide_gap);
  draw_commands(draw, {at.x, y}, width);
  draw_hints(draw, {at.x, y + commands_height()}, width);
  return height(width);
}

void TaskCard::draw_goal(ImDrawList& draw, ImVec2 at, float width) const {
  const ImVec2 max{at.x + width, at.y + goal_height(width)};
  items::add("lesson.task", at, max);
  draw.AddRectFilled(at, max, ink(theme_.now.raised), px(corner::page));
  const Color edge = task_.nudge    ? theme_.now.highlight
                     : task_.solved ? theme_.now.ok
                                    : theme_.now.hairline;
  draw.AddRect(at, max, ink(edge), px(corner::page), 0, px(task_.nudge ? 2 : space::hairline));
  const ImVec2 inner{at.x + px(card_inset), at.y + px(card_inset)};
  const float right = max.x - px(card_inset);
  const auto hold = static_cast<std::size_t>(
      std::count_if(task_.parts.begin(), task_.parts.end(), [](const auto& p) { return p.holds; }));
  const std::string title = task_.tries > 1
                                ? words_("lesson.task.goal_again", {{"try", task_.tries}})
                                : words_("lesson.caption.goal");
  const std::string standing =
      task_.solved ? words_("lesson.task.solved")
                   : words_("lesson.task.hold", {{"count", hold}, {"all", task_.parts.size()}});
  draw_text(draw, theme_.faces.label, inner, theme_.now.dim, title);
  draw_text_right(draw, theme_.faces.label, {right, inner.y},
                  task_.solved ? theme_.now.ok : theme_.now.dim, standing);
  float y = inner.y + label_line() + px(space::gap);
  for (const TaskPart& part : task_.parts) {
    draw_part(draw, part, {inner.x, y}, width);
    y += rich_text_height(theme_, words_room(width), part.words) + px(space::gap);
  }
}

void TaskCard::draw_part(ImDrawList& draw, const TaskPart& part, ImVec2 at, float width) const {
  const ImVec2 middle{at.x + px(space::snug), at.y + theme_.faces.body_line / 2};
  if (part.holds) {
    symbols::check(draw, middle, px(mark::large), theme_.now.ok);
  } else {
    symbols::hollow_dot(draw, middle, px(mark::medium), theme_.now.dim, theme_.now.raised);
  }
  draw_rich_text(draw, theme_, {at.x + px(words_x), at.y}, words_room(width), theme_.now.text,
                 part.words);
}

void TaskCard::draw_commands(ImDrawList& draw, ImVec2 at, float width) const {
  draw_rich_text(draw, theme_, at, width, theme_.now.text, used(words_, task_));
  const float middle = at.y + theme_.faces.body_line / 2;
  draw_text_right(draw, theme_.faces.body,
                  {at.x + width, middle - line_height(theme_.faces.body) / 2}, theme_.now.dim,
                  par(words_, task_));
  draw_bar(draw, {at.x, at.y + theme_.faces.body_line + px(space::unit)}, width);
}

/// A piece for each command that there may be; par is a tick.
void TaskCard::draw_bar(ImDrawList& draw, ImVec2 at, float width) const {
  const std::size_t count = places(task_);
  const float pitch = (width + px(space::unit)) / static_cast<float>(count);
  const float bottom = at.y + px(bar_height);
  const bool is_too_many = task_.most && task_.commands > *task_.most;
  const Color filled = is_too_many ? theme_.now.no : theme_.now.client(0);
  for (std::size_t i = 0; i < count; ++i) {
    const float left = at.x + pitch * static_cast<float>(i);
    const ImVec2 max{left + pitch - px(space::unit), bottom};
    if (i < task_.commands) draw.AddRectFilled({left, at.y}, max, ink(filled), px(corner::small));
    if (i >= task_.commands) {
      draw.AddRectFilled({left, at.y}, max, ink(theme_.now.raised), px(corner::small));
      draw.AddRect({left, at.y}, max, ink(theme_.now.hairline), px(corner::small), 0,
                   px(space::hairline));
    }
  }
  const float tick =
      at.x + pitch * static_cast<float>(std::min(task_.par, count)) - px(space::sliver);
  draw.AddLine({tick, at.y - px(space::sliver)}, {tick, bottom + px(space::sliver)},
               ink(theme_.now.text), px(stroke::strong));
}

void TaskCard::draw_hints(ImDrawList& draw, ImVec2 at, float width) const {
  const std::size_t all = task_.hints.size() + task_.more_hints;
  float y = at.y;
  for (std::size_t i = 0; i < task_.hints.size(); ++i) {
    y += px(space::gap);
    draw_text(draw, theme_.faces.label, {at.x, y}, theme_.now.dim,
              words_("lesson.question.next_hint", {{"number", i + 1}, {"all", all}}));
    y += label_line();
    y += draw_rich_text(draw, theme_, {at.x, y}, width, theme_.now.text, task_.hints[i]);
  }
}

}  // namespace imapscope::gui
