#include "gui/panes/mailbox_foot.h"

#include <algorithm>

#include "gui/imgui/items.h"
#include "gui/imgui/widgets.h"

namespace imapscope::gui {
namespace {

constexpr std::size_t most_owed = 4;
constexpr float owed_heading = 36;
constexpr float owed_gap = 4;

std::size_t shown_of(const std::vector<std::string>& lines) {
  return std::min(lines.size(), most_owed);
}

std::string count_of_lines(std::size_t count) {
  if (count == 0) return "nothing";
  return std::to_string(count) + (count == 1 ? " line" : " lines");
}

/// The words that fit, the longest first.
std::string owed_heading_for(ImFont* face, const std::string& client, float room) {
  const std::string whole = "The server owes " + client;
  return text_width(face, whole) <= room ? whole : ellipsised(face, "Owed to " + client, room);
}

/// The line in place `index`, or how many are left from there on.
std::string owed_text(const std::vector<std::string>& lines, std::size_t index) {
  const bool is_rest = index + 1 == most_owed && lines.size() > most_owed;
  return is_rest ? "\u2026 and " + std::to_string(lines.size() - index) + " more" : lines[index];
}

}  // namespace

float owed_card_height(const Theme& theme, const std::vector<std::string>& lines, float width) {
  const float room = width - 2 * theme.px(space::wide_gap);
  float height = theme.px(owed_heading);
  for (std::size_t i = 0; i < shown_of(lines); ++i) {
    height += wrapped_height(theme.faces.wire, owed_text(lines, i), room) + theme.px(owed_gap);
  }
  return lines.empty() ? height : height + theme.px(owed_gap);
}

void draw_owed(const Theme& theme, const std::vector<std::string>& lines, const std::string& client,
               ImVec2 min, float width) {
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  const ImVec2 max{min.x + width, min.y + owed_card_height(theme, lines, width)};
  const float inset = theme.px(space::wide_gap);
  dashed_rect(draw, min, max, theme.px(space::radius), theme.now.hatch, theme.px(space::hairline),
              theme.px(4), theme.px(3));
  ImFont* face = theme.faces.label;
  const float middle = min.y + theme.px(owed_heading) / 2;
  const float sum =
      draw_text_right(draw, face, {max.x - inset, middle - line_height(face) / 2},
                      lines.empty() ? theme.now.dim : theme.now.text, count_of_lines(lines.size()));
  draw_text_centered_y(draw, face, {min.x + inset, middle}, theme.now.dim,
                       owed_heading_for(face, client, sum - min.x - 2 * inset));
  float y = min.y + theme.px(owed_heading);
  for (std::size_t i = 0; i < shown_of(lines); ++i) {
    y += draw_wrapped(draw, theme.faces.wire, {min.x + inset, y}, theme.now.text,
                      owed_text(lines, i), width - 2 * inset) +
         theme.px(owed_gap);
  }
  items::add("mailbox.owed", min, max);
}

void draw_xray_cover(const Theme& theme, ImVec2 min, ImVec2 size) {
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  dashed_rect(draw, min, {min.x + size.x, min.y + size.y}, theme.px(space::radius), theme.now.dim,
              theme.px(space::hairline), theme.px(4), theme.px(3));
  const float inset = theme.px(space::padding);
  const float above = std::max(theme.px(space::gap), size.y / 2 - line_height(theme.faces.label));
  draw_wrapped(draw, theme.faces.label, {min.x + inset, min.y + above}, theme.now.dim,
               "X-ray and owed lines are covered until you predict", size.x - 2 * inset);
}

}  // namespace imapscope::gui
