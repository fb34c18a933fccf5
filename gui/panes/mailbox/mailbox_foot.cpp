#include "gui/panes/mailbox/mailbox_foot.h"

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

std::string count_of_lines(const words::Words& words, std::size_t count) {
  return count == 0 ? words("window.owed.nothing") : words("window.owed.lines", {{"count", count}});
}

/// The words that fit, the longest first.
std::string owed_heading_for(const Scene& scene, const std::string& client, float room) {
  ImFont* face = scene.theme->faces.label;
  std::string whole = scene.words("window.owed.heading", {{"client", client}});
  if (text_width(face, whole) <= room) return whole;
  return ellipsised(face, scene.words("window.owed.heading_brief", {{"client", client}}), room);
}

/// The line in place `index`, or how many are left from there on.
std::string owed_text(const Scene& scene, std::size_t index) {
  const std::vector<std::string>& lines = scene.xray->owed;
  const bool is_rest = index + 1 == most_owed && lines.size() > most_owed;
  if (!is_rest) return lines[index];
  return scene.words("window.owed.more", {{"number", lines.size() - index}});
}

}  // namespace

float owed_card_height(const Scene& scene, float width) {
  const Theme& theme = *scene.theme;
  const std::vector<std::string>& lines = scene.xray->owed;
  const float room = width - 2 * theme.px(space::wide_gap);
  float height = theme.px(owed_heading);
  for (std::size_t i = 0; i < shown_of(lines); ++i) {
    height += wrapped_height(theme.faces.wire, owed_text(scene, i), room) + theme.px(owed_gap);
  }
  return lines.empty() ? height : height + theme.px(owed_gap);
}

void draw_owed(const Scene& scene, const std::string& client, ImVec2 min, float width) {
  const Theme& theme = *scene.theme;
  const std::vector<std::string>& lines = scene.xray->owed;
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  const ImVec2 max{min.x + width, min.y + owed_card_height(scene, width)};
  const float inset = theme.px(space::wide_gap);
  dashed_rect(draw, min, max, theme.px(corner::card), theme.now.hatch, theme.px(space::hairline),
              theme.px(dash::length), theme.px(dash::gap));
  ImFont* face = theme.faces.label;
  const float middle = min.y + theme.px(owed_heading) / 2;
  const float sum = draw_text_right(draw, face, {max.x - inset, middle - line_height(face) / 2},
                                    lines.empty() ? theme.now.dim : theme.now.text,
                                    count_of_lines(scene.words, lines.size()));
  draw_text_centered_y(draw, face, {min.x + inset, middle}, theme.now.dim,
                       owed_heading_for(scene, client, sum - min.x - 2 * inset));
  float y = min.y + theme.px(owed_heading);
  for (std::size_t i = 0; i < shown_of(lines); ++i) {
    y += draw_wrapped(draw, theme.faces.wire, {min.x + inset, y}, theme.now.text,
                      owed_text(scene, i), width - 2 * inset) +
         theme.px(owed_gap);
  }
  items::add("mailbox.owed", min, max);
}

void draw_xray_cover(const Scene& scene, ImVec2 min, ImVec2 size) {
  const Theme& theme = *scene.theme;
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  dashed_rect(draw, min, {min.x + size.x, min.y + size.y}, theme.px(corner::card), theme.now.dim,
              theme.px(space::hairline), theme.px(dash::length), theme.px(dash::gap));
  const float inset = theme.px(space::padding);
  const float room = size.x - 2 * inset;
  const std::string text = scene.words("window.owed.covered");
  const float height = wrapped_height(theme.faces.label, text, room);
  const float above = std::max(theme.px(space::half_unit), (size.y - height) / 2);
  draw_wrapped(draw, theme.faces.label, {min.x + inset, min.y + above}, theme.now.dim, text, room);
}

}  // namespace imapscope::gui
