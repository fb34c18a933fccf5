#include "gui/panes/console/console_whole.h"

#include <algorithm>
#include <cmath>

#include "gui/imgui/items.h"
#include "gui/layout/wrap.h"

namespace imapscope::gui {
namespace {

constexpr float whole_pitch = 20;
constexpr std::size_t most_rows = 6;
constexpr float padding = 8;

std::vector<std::string_view> rows_of(const Theme& theme, std::string_view text, float width) {
  const float room = width - 2 * theme.px(padding);
  const float column = text_width(theme.faces.wire, "0");
  return wrapped_lines(text, static_cast<std::size_t>(std::max(1.0F, room / column)));
}

/// Of `rows`, the one in which the octet `at` stands.
std::size_t row_of(const std::vector<std::string_view>& rows, std::size_t at) {
  std::size_t row = 0;
  while (row + 1 < rows.size() && at >= rows[row].size()) at -= rows[row++].size();
  return row;
}

}  // namespace

float whole_height(const Theme& theme, std::string_view text, float width) {
  const std::size_t rows = std::min(rows_of(theme, text, width).size(), most_rows);
  return whole_pitch * static_cast<float>(rows) + 2 * padding;
}

void draw_whole(const Theme& theme, ConsoleArea area, std::string_view text, std::size_t cursor,
                Color client) {
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  const auto rows = rows_of(theme, text, area.max.x - area.min.x);
  const float pitch = theme.px(whole_pitch);
  const float room = area.max.y - area.min.y - 2 * theme.px(padding);
  const auto shown = std::min(rows.size(), static_cast<std::size_t>(std::max(1.0F, room / pitch)));
  const std::size_t row = row_of(rows, cursor);
  const std::size_t first = row < shown ? 0 : row - shown + 1;
  items::add("console.whole", area.min, area.max);
  const float left = area.min.x + theme.px(padding);
  float middle = area.min.y + theme.px(padding) + pitch / 2;
  for (std::size_t i = first; i < first + shown; ++i) {
    draw_text_centered_y(draw, theme.faces.wire, {left, middle}, theme.now.text, rows[i]);
    if (i == row) {
      const auto before = static_cast<std::size_t>(rows[i].data() - text.data());
      const std::string_view behind = rows[i].substr(0, cursor - std::min(cursor, before));
      const float x = std::round(left + text_width(theme.faces.wire, behind));
      draw.AddLine({x, middle - pitch * 0.4F}, {x, middle + pitch * 0.4F}, ink(client),
                   theme.px(stroke::thin));
    }
    middle += pitch;
  }
}

}  // namespace imapscope::gui
