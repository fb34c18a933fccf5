#include "gui/panes/lesson/lesson_row.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "gui/imgui/form.h"
#include "gui/imgui/symbols.h"
#include "gui/imgui/widgets.h"

namespace imapscope::gui {
namespace {

constexpr float key_from_score = 5;
constexpr float number_column = 36;
constexpr float title_column = 52;
constexpr float score_column = 54;     // from the right
constexpr float minutes_column = 142;  // from the right
constexpr float goal_column = 232;
constexpr float before_minutes = 32;

/// A row's ground and ring.
void ground(const Theme& theme, ImVec2 min, ImVec2 max, RowState state, bool hovered) {
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  const float radius = theme.px(corner::card);
  const ImVec2 inner_min{min.x + theme.px(space::half_unit), min.y};
  const ImVec2 inner_max{max.x - theme.px(space::half_unit), max.y - theme.px(space::hairline)};
  if (state.chosen) {
    draw.AddRectFilled(inner_min, inner_max, ink(theme.now.selection), radius);
  } else if (hovered) {
    draw.AddRectFilled(inner_min, inner_max, ink(theme.now.raised), radius);
  }
  if (state.focused) {
    const float in = theme.px(space::hairline);
    focus_ring(draw, theme, {inner_min.x + in, inner_min.y + in},
               {inner_max.x - in, inner_max.y - in}, radius - in);
  }
}

/// Text that ends at `right`, with its middle at `y`.
float text_before(const Theme&, ImFont* face, float right, float y, Color color,
                  std::string_view text) {
  const float top = std::round(y - line_height(face) / 2);
  return draw_text_right(*ImGui::GetWindowDrawList(), face, {right, top}, color, text);
}

std::string place_of(const words::Words& words, const LessonEntry& entry) {
  return words("window.toolbar.step", {{"step", entry.step}, {"steps", entry.steps}});
}

std::string score_of(const LessonEntry& entry) {
  return std::to_string(entry.right) + "/" + std::to_string(entry.questions);
}

/// How far the learner has come: done with a score, somewhere in it, or nothing.
void standing(const Scene& scene, const LessonColumns& columns, float middle,
              const LessonEntry& entry, RowState state) {
  const Theme& theme = *scene.theme;
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  if (entry.done) {
    text_before(theme, theme.faces.number, columns.score, middle, theme.now.text, score_of(entry));
    symbols::check(draw, {columns.done, middle}, theme.px(mark::large), theme.now.ok);
  } else if (entry.step > 0) {
    text_before(theme, theme.faces.label, columns.score, middle,
                state.chosen ? theme.now.text : theme.now.dim, place_of(scene.words, entry));
  }
  if (state.focused && !entry.done) {
    draw_key(draw, theme, {columns.score + theme.px(key_from_score), middle}, "Enter");
  }
}

/// As the heading it is: "First steps".
std::string heading_of(const words::Words& words, const LessonGroup& group) {
  if (group.name.empty()) return words("start.list.no_group");
  return with_capital(words.name("lesson.group.", group.name));
}

std::string titles_of(const GroupRow& row) {
  std::string titles;
  for (const std::size_t lesson : row.group.lessons) {
    titles += (titles.empty() ? "" : ", ") + row.lessons[lesson].title;
  }
  return titles;
}

}  // namespace

LessonColumns lesson_columns(const Theme& theme, float left, float width) {
  constexpr float narrowest_goal = 150;
  constexpr float widest_row = 1080;
  LessonColumns columns{};
  columns.left = left;
  // A scroll bar's width stays free; the eye must find its way along a row.
  columns.right = left + std::min(width - theme.px(space::inset), theme.px(widest_row));
  columns.number = left + theme.px(number_column);
  columns.title = left + theme.px(title_column);
  columns.done = columns.right - theme.px(space::inset);
  columns.score = columns.right - theme.px(score_column);
  columns.minutes = columns.right - theme.px(minutes_column);
  const float goal = left + theme.px(goal_column);
  columns.goal =
      columns.minutes - theme.px(before_minutes) - goal < theme.px(narrowest_goal) ? 0 : goal;
  return columns;
}

void draw_lesson_heads(const Scene& scene, const LessonColumns& columns, ImVec2 middle) {
  const Theme& theme = *scene.theme;
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  draw_caption(draw, theme, {middle.x, middle.y - line_height(theme.faces.caption) / 2},
               theme.now.dim, scene.words("start.lessons"));
  ImFont* face = theme.faces.label;
  middle.y -= theme.px(space::hairline);  // of small letters, beside capitals
  text_before(theme, face, columns.minutes, middle.y, theme.now.dim,
              scene.words("start.list.minutes"));
  text_before(theme, face, columns.score, middle.y, theme.now.dim, scene.words("start.list.score"));
  const std::string done = scene.words("start.list.done");
  const float half = std::min(text_width(face, done) / 2, columns.right - columns.done);
  text_before(theme, face, columns.done + half, middle.y, theme.now.dim, done);
}

bool draw_lesson_row(const Scene& scene, const LessonColumns& columns, ImVec2 min, ImVec2 max,
                     const LessonEntry& entry, RowState state) {
  const Theme& theme = *scene.theme;
  const bool here = entry.path == scene.here;
  const Press press = press_area("lessons." + std::to_string(entry.number), min, max);
  ground(theme, min, max, state, press.hovered);
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  const float middle = std::round((min.y + max.y) / 2);
  const Color second = state.chosen ? theme.now.text : theme.now.dim;
  text_before(theme, theme.faces.number, columns.number, middle, second,
              std::to_string(entry.number));
  ImFont* face = here ? theme.faces.strong : theme.faces.body;
  const bool goals = columns.goal > 0;
  const float title_end = goals ? columns.goal : columns.minutes - theme.px(space::least_words);
  const float room = title_end - columns.title - theme.px(space::gap);
  draw_text_centered_y(draw, face, {columns.title, middle}, theme.now.text,
                       ellipsised(face, entry.title, room));
  if (goals) {
    const float goal_room = columns.minutes - theme.px(before_minutes) - columns.goal;
    draw_text_centered_y(draw, theme.faces.label, {columns.goal, middle}, second,
                         ellipsised(theme.faces.label, entry.goal, goal_room));
  }
  if (entry.minutes > 0) {
    text_before(theme, theme.faces.number, columns.minutes, middle, second,
                std::to_string(entry.minutes));
  }
  standing(scene, columns, middle, entry, state);
  return press.clicked;
}

bool draw_group_row(const Scene& scene, const LessonColumns& columns, ImVec2 min, ImVec2 max,
                    const GroupRow& row, RowState state) {
  const Theme& theme = *scene.theme;
  const Press press = press_area("lessons.group." + row.group.name, min, max);
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  if (!row.first) {
    draw.AddLine(min, {max.x, min.y}, ink(theme.now.hairline), theme.px(space::hairline));
  }
  ground(theme, {min.x, min.y + theme.px(space::half_unit)},
         {max.x, max.y - theme.px(space::hairline)}, state, press.hovered);
  const float middle = std::round((min.y + max.y) / 2);
  symbols::chevron(draw, {columns.left + theme.px(space::gap), middle}, theme.px(mark::small),
                   row.folded ? symbols::Way::right : symbols::Way::down, theme.now.dim);
  const float name_end = draw_text_centered_y(draw, theme.faces.strong,
                                              {columns.left + theme.px(space::indent), middle},
                                              theme.now.text, heading_of(scene.words, row.group));
  const std::string done = scene.words(
      "start.list.group_done", {{"done", row.group.done}, {"all", row.group.lessons.size()}});
  const Color second = state.chosen ? theme.now.text : theme.now.dim;
  const float done_left = text_before(theme, theme.faces.label,
                                      columns.done + theme.px(space::snug), middle, second, done);
  if (row.folded) {
    const float range_end = draw_text_centered_y(draw, theme.faces.number,
                                                 {name_end + theme.px(space::padding), middle},
                                                 second, number_range(row.group, row.lessons));
    const float left = std::max(range_end + theme.px(space::padding), columns.goal);
    const float room = done_left - theme.px(space::padding) - left;
    if (room > theme.px(space::least_sentence)) {
      draw_text_centered_y(draw, theme.faces.label, {left, middle}, second,
                           ellipsised(theme.faces.label, titles_of(row), room));
    }
  }
  return press.clicked;
}

}  // namespace imapscope::gui
