#include "gui/panes/lesson/lesson_option.h"

#include <algorithm>
#include <cmath>

#include "gui/imgui/items.h"
#include "gui/imgui/rich_text.h"
#include "gui/imgui/symbols.h"

namespace imapscope::gui {
namespace {

constexpr float bar_length = 42;  // of how many chose it

Color color_of(Grade outcome, const Palette& palette) {
  if (outcome == Grade::happened) return palette.ok;
  return outcome == Grade::illegal ? palette.bad : palette.dim;
}

void draw_symbol(ImDrawList& draw, const Theme& theme, Grade outcome, ImVec2 at, Color ground) {
  const float radius = theme.px(mark::medium);
  const Color color = color_of(outcome, theme.now);
  if (outcome == Grade::happened) return symbols::check(draw, at, radius, color);
  if (outcome == Grade::illegal) return symbols::cross(draw, at, radius, color);
  symbols::hollow_dot(draw, at, theme.px(mark::small), color, ground);
}

float text_room(const Theme& theme, const OptionSpacing& spacing, float width) {
  return width - theme.px(spacing.text_x) - theme.px(space::gap);
}

float grade_height(const Theme& theme, const OptionRow& row) {
  const bool has_grade = !row.brief && (row.outcome || (row.chosen && row.locked));
  return has_grade ? std::round(line_height(theme.faces.label) * 1.25F) : 0;
}

Color ground_of(const Theme& theme, const OptionRow& row) {
  return row.chosen ? theme.now.selection : theme.now.raised;
}

Color edge_of(const Theme& theme, const OptionRow& row, bool hovered) {
  if (row.outcome == Grade::happened) return theme.now.ok;
  if (row.chosen) return theme.now.client(0);
  return hovered ? theme.now.dim : theme.now.hairline;
}

/// Of a brief option: the symbol takes this from its text.
float symbol_room(const Theme& theme, const OptionRow& row) {
  return row.brief && row.outcome ? theme.px(space::padding) : 0;
}

/// Of the text; a brief one has a single line.
float text_height(const Theme& theme, const OptionRow& row, float room) {
  return row.brief ? theme.faces.body_line : rich_text_height(theme, room, row.text);
}

/// One line, and how good it was at its end.
void draw_brief(ImDrawList& draw, const Theme& theme, const OptionRow& row, ImVec2 middle,
                float room) {
  const float symbol = symbol_room(theme, row);
  draw_rich_line(draw, theme, middle, room - symbol, theme.now.text, row.text);
  if (!row.outcome) return;
  draw_symbol(draw, theme, *row.outcome, {middle.x + room - symbol / 2, middle.y},
              ground_of(theme, row));
}

/// Symbol, word, and that it was the prediction.
void draw_grade(ImDrawList& draw, const Scene& scene, const OptionRow& row,
                const OptionSpacing& spacing, ImVec2 left_middle, float width) {
  const Theme& theme = *scene.theme;
  float right = left_middle.x + width - theme.px(space::gap);
  if (row.chosen) {
    right = draw_text_right(draw, theme.faces.label_strong,
                            {right, left_middle.y - line_height(theme.faces.label_strong) / 2},
                            theme.now.text, scene.words("lesson.locked_in")) -
            theme.px(space::gap);
  }
  if (!row.outcome) return;
  const float x = left_middle.x + theme.px(spacing.text_x);
  draw_symbol(draw, theme, *row.outcome,
              {left_middle.x + theme.px(spacing.text_x) * 0.5F, left_middle.y},
              ground_of(theme, row));
  const Color color = row.chosen ? theme.now.text : color_of(*row.outcome, theme.now);
  draw_text_centered_y(
      draw, theme.faces.label, {x, left_middle.y}, color,
      ellipsised(theme.faces.label, scene.words(outcome_key(*row.outcome)), right - x));
}

}  // namespace

float option_height(const Theme& theme, const OptionRow& row, const OptionSpacing& spacing,
                    float width) {
  return text_height(theme, row, text_room(theme, spacing, width)) + grade_height(theme, row) +
         2 * theme.px(spacing.inset);
}

Press draw_option(ImDrawList& draw, const Scene& scene, const OptionRow& row,
                  const OptionSpacing& spacing, ImVec2 min, float width) {
  const Theme& theme = *scene.theme;
  const ImVec2 max{min.x + width, min.y + option_height(theme, row, spacing, width)};
  const Press press = row.locked ? Press{} : press_area(row.name, min, max);
  if (row.locked) items::add(row.name, min, max);
  draw.AddRectFilled(min, max, ink(ground_of(theme, row)), theme.px(corner::field));
  draw.AddRect(min, max, ink(edge_of(theme, row, press.hovered)), theme.px(corner::field), 0,
               theme.px(space::hairline));
  const float top = min.y + theme.px(spacing.inset);
  const float text_x = theme.px(spacing.text_x);
  draw_text_centered_y(draw, theme.faces.number,
                       {min.x + text_x * 0.38F, top + theme.faces.body_line / 2},
                       row.chosen ? theme.now.text : theme.now.dim, row.number);
  const float room = text_room(theme, spacing, width);
  if (row.brief) {
    draw_brief(draw, theme, row, {min.x + text_x, top + theme.faces.body_line / 2}, room);
    return press;
  }
  const float height =
      draw_rich_text(draw, theme, {min.x + text_x, top}, room, theme.now.text, row.text);
  const float grade = grade_height(theme, row);
  if (grade > 0) draw_grade(draw, scene, row, spacing, {min.x, top + height + grade / 2}, width);
  return press;
}

float hands_width(const Theme& theme) {
  return theme.px(8 + 42 + 26);
}

void draw_hands(ImDrawList& draw, const Theme& theme, const HandBar& bar, ImVec2 min, ImVec2 max) {
  const float middle = std::round((min.y + max.y) / 2);
  const float half = std::max(1.0F, theme.px(space::snug) / 2);
  const float left = min.x + theme.px(space::gap);
  const float length = theme.px(bar_length);
  draw.AddRectFilled({left, middle - half}, {left + length, middle + half}, ink(theme.now.raised),
                     half);
  draw.AddRect({left, middle - half}, {left + length, middle + half}, ink(theme.now.hairline), half,
               0, theme.px(space::hairline));
  if (bar.count > 0) {
    const float share = static_cast<float>(bar.count) / static_cast<float>(bar.most);
    const float filled = std::max(2 * half, length * share);
    draw.AddRectFilled({left, middle - half}, {left + filled, middle + half},
                       ink(bar.chosen ? theme.now.client(0) : theme.now.dim), half);
  }
  draw_text_right(draw, theme.faces.wire, {max.x, middle - line_height(theme.faces.wire) / 2},
                  bar.chosen ? theme.now.text : theme.now.dim, std::to_string(bar.count));
}

}  // namespace imapscope::gui
