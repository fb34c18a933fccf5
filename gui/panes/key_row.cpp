#include "gui/panes/key_row.h"

#include <cmath>
#include <optional>

#include "gui/imgui/symbols.h"
#include "gui/imgui/widgets.h"

namespace imapscope::gui {
namespace {

std::optional<symbols::Way> arrow_of(std::string_view key) {
  if (key == "\u2190") return symbols::Way::left;
  if (key == "\u2192") return symbols::Way::right;
  if (key == "\u2191") return symbols::Way::up;
  if (key == "\u2193") return symbols::Way::down;
  return std::nullopt;
}

float key_width(const Theme& theme, std::string_view key) {
  const float inner = arrow_of(key) ? theme.px(space::snug) : text_width(theme.faces.number, key);
  return inner + 2 * theme.px(space::chip_air);
}

float width_of(const Theme& theme, const KeyWords& words) {
  float width = theme.px(space::gap) + text_width(theme.faces.body, words.does);
  for (const std::string_view key : words.keys)
    width += key_width(theme, key) + theme.px(space::unit);
  return width;
}

/// An arrow is drawn into the frame that letters would stand in.
void draw_one(ImDrawList& draw, const Theme& theme, ImVec2 middle, std::string_view key) {
  const auto arrow = arrow_of(key);
  if (!arrow) {
    draw_key(draw, theme, middle, key);
    return;
  }
  const float half = std::round(line_height(theme.faces.number) / 2 + theme.px(space::half_unit));
  const ImVec2 min{std::round(middle.x), middle.y - half};
  const ImVec2 max{std::round(middle.x + key_width(theme, key)), middle.y + half};
  draw.AddRectFilled(min, max, ink(theme.now.pane), theme.px(corner::slot));
  draw.AddRect(min, max, ink(theme.now.hairline), theme.px(space::unit), 0,
               theme.px(space::hairline));
  symbols::chevron(draw, {(min.x + max.x) / 2, middle.y}, theme.px(mark::small), *arrow,
                   theme.now.dim);
}

}  // namespace

float draw_key_row(ImDrawList& draw, const Theme& theme, ImVec2 middle, float right,
                   const std::vector<KeyWords>& keys) {
  float x = middle.x;
  for (const KeyWords& words : keys) {
    if (x + width_of(theme, words) > right) break;
    for (const std::string_view key : words.keys) {
      draw_one(draw, theme, {x, middle.y}, key);
      x += key_width(theme, key) + theme.px(space::unit);
    }
    x += theme.px(space::unit);
    x = draw_text_centered_y(draw, theme.faces.body, {x, middle.y}, theme.now.dim, words.does);
    x += theme.px(space::wide_padding);
  }
  return x - theme.px(space::wide_padding);
}

}  // namespace imapscope::gui
