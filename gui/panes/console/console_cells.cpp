#include "gui/panes/console/console_cells.h"

namespace imapscope::gui {
namespace {

constexpr float cell_width = 22;
constexpr float cell_height = 24;
constexpr std::uint64_t most_cells = 16;
/// What the field beside them needs.
constexpr float least_field = 160;

bool has_cells(const Theme& theme, ConsoleArea area, std::uint64_t wanted) {
  const float width = theme.px(cell_width) * static_cast<float>(wanted) + theme.px(least_field);
  return wanted > 0 && wanted <= most_cells && area.max.x - area.min.x >= width;
}

std::string as_fraction(std::size_t typed, std::uint64_t wanted) {
  return std::to_string(typed) + " / " + std::to_string(wanted);
}

void draw_middle(ImDrawList& draw, ImFont* face, ImVec2 middle, Color color,
                 const std::string& text) {
  const float left = middle.x - text_width(face, text) / 2;
  draw_text_centered_y(draw, face, {left, middle.y}, color, text);
}

enum class Cell { typed, next, to_come };

void draw_cell_frame(const Theme& theme, ImVec2 min, ImVec2 max, Cell cell) {
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  const float radius = theme.px(corner::small);
  if (cell == Cell::to_come) {
    return dashed_rect(draw, min, max, radius, theme.now.hairline, theme.px(space::hairline),
                       theme.px(dash::fine), theme.px(dash::fine));
  }
  if (cell == Cell::typed) draw.AddRectFilled(min, max, ink(theme.now.selection), radius);
  const Color color = cell == Cell::next ? theme.now.highlight : theme.now.dim;
  draw.AddRect(min, max, ink(color), radius, 0, theme.px(space::hairline));
}

}  // namespace

float cells_width(const Theme& theme, ConsoleArea area, std::uint64_t wanted) {
  const float padding = theme.px(space::padding);
  if (has_cells(theme, area, wanted)) {
    return theme.px(cell_width) * static_cast<float>(wanted) + padding;
  }
  return text_width(theme.faces.wire_strong, as_fraction(wanted, wanted)) + padding;
}

void draw_cells(const Theme& theme, ConsoleArea area, const OctetCount& count) {
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  const float right = area.max.x - theme.px(space::gap);
  const float top = area.min.y + theme.px(space::wide_gap);
  if (!has_cells(theme, area, count.wanted)) {
    draw_text_right(draw, theme.faces.wire_strong, {right, top},
                    count.too_many() > 0 ? theme.now.bad : theme.now.text,
                    as_fraction(count.bytes.size(), count.wanted));
    return;
  }
  const auto cells = static_cast<std::size_t>(count.wanted);
  for (std::size_t i = 0; i < cells; ++i) {
    const float x = right - theme.px(cell_width) * static_cast<float>(cells - i);
    const ImVec2 max{x + theme.px(cell_width - 2), top + theme.px(cell_height)};
    const std::size_t typed = count.bytes.size();
    const Cell cell = i < typed ? Cell::typed : i == typed ? Cell::next : Cell::to_come;
    draw_cell_frame(theme, {x, top}, max, cell);
    const std::string name = i < typed ? octet_name(count.bytes[i]) : std::string();
    const float middle = (x + max.x) / 2;
    draw_middle(draw, name.size() == 1 ? theme.faces.wire : theme.faces.label,
                {middle, (top + max.y) / 2}, theme.now.text, name);
    draw_middle(draw, theme.faces.label, {middle, max.y + theme.px(space::inset)},
                cell == Cell::next ? theme.now.highlight : theme.now.faint, std::to_string(i + 1));
  }
}

}  // namespace imapscope::gui
