#include "gui/panes/console/console_list.h"

#include <algorithm>

#include "gui/imgui/items.h"
#include "gui/imgui/rich_text.h"

namespace imapscope::gui {
namespace {

constexpr float least_source = 160;  // below it a row does not say where it comes from
constexpr float two_columns =
    900;  // from here on words stand beside the list at a share of the width
constexpr float least_caption = 96;

constexpr float row_height = 27;
constexpr std::size_t rows_shown = 4;
constexpr float meaning_at = 212;

/// The first row shown, so that the marked one is in view.
std::size_t first_shown(std::size_t count, std::size_t marked) {
  if (count <= rows_shown) return 0;
  const std::size_t first = marked < 2 ? 0 : marked - 1;
  return std::min(first, count - rows_shown);
}

void draw_row(const Theme& theme, ConsoleArea row, const Candidate& candidate, bool is_marked) {
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  if (is_marked) {
    draw.AddRectFilled(row.min, row.max, ink(theme.now.selection), theme.px(corner::chip));
  }
  const Color quiet = is_marked ? theme.now.text : theme.now.dim;
  const float middle = (row.min.y + row.max.y) / 2;
  const float left = row.min.x + theme.px(space::gap);
  ImFont* face = is_marked ? theme.faces.wire_strong : theme.faces.wire;
  float x = draw_text_centered_y(draw, face, {left, middle}, theme.now.text, candidate.text);
  if (!candidate.arguments.empty()) {
    x = draw_text_centered_y(draw, theme.faces.wire, {x + theme.px(space::gap), middle}, quiet,
                             ellipsised(theme.faces.wire, candidate.arguments,
                                        row.max.x - x - theme.px(space::padding)));
  }
  if (candidate.meaning.empty()) return;
  float right = row.max.x - theme.px(space::gap);
  const float source = text_width(theme.faces.label, candidate.source);
  const float words = std::max(x + theme.px(space::wide_gap), left + theme.px(meaning_at));
  const bool has_room = right - source - words > theme.px(least_source);
  if (has_room && is_marked) {
    right = draw_text_right(draw, theme.faces.label,
                            {right, middle - line_height(theme.faces.label) / 2}, quiet,
                            candidate.source) -
            theme.px(space::wide_gap);
  }
  draw_text_centered_y(draw, theme.faces.body, {words, middle}, quiet,
                       ellipsised(theme.faces.body, candidate.meaning, right - words));
}

std::optional<std::size_t> draw_rows(const Scene& scene, ConsoleArea area,
                                     const Completion& completion,
                                     std::optional<std::size_t> marked) {
  const Theme& theme = *scene.theme;
  draw_field_frame(theme, area, theme.now.hairline, false);
  const std::size_t count = completion.candidates.size();
  const std::size_t first = first_shown(count, marked.value_or(0));
  std::optional<std::size_t> clicked;
  for (std::size_t i = first; i < std::min(count, first + rows_shown); ++i) {
    const float top =
        area.min.y + theme.px(space::unit) + static_cast<float>(i - first) * theme.px(row_height);
    const ConsoleArea row{{area.min.x + theme.px(space::unit), top},
                          {area.max.x - theme.px(space::unit), top + theme.px(row_height)}};
    draw_row(theme, row, completion.candidates[i], marked == i);
    const std::string name = "console.candidate." + std::to_string(i);
    if (press_area(name, row.min, row.max).clicked) clicked = i;
  }
  if (count > rows_shown) {
    const std::string place =
        std::to_string(marked.value_or(first) + 1) + "/" + std::to_string(count);
    draw_text_right(*ImGui::GetWindowDrawList(), theme.faces.label,
                    {area.max.x - theme.px(space::gap), area.max.y - theme.px(space::wide_padding)},
                    theme.now.faint, place);
  }
  return clicked;
}

/// "UID EXPUNGE **uids**": the current argument is underlined.
float draw_grammar(const Scene& scene, ImVec2 at, float right, const Completion& completion) {
  const Theme& theme = *scene.theme;
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  const float middle = at.y + line_height(theme.faces.wire) / 2;
  float x =
      draw_text_centered_y(draw, theme.faces.wire, {at.x, middle}, theme.now.dim, completion.verb);
  for (std::size_t i = 0; i < completion.slots.size() && x < right; ++i) {
    const bool is_current = completion.slot == i;
    ImFont* face = is_current ? theme.faces.wire_strong : theme.faces.wire;
    const float left = x + theme.px(space::gap);
    x = draw_text_centered_y(
        draw, face, {left, middle}, is_current ? theme.now.text : theme.now.dim,
        ellipsised(face, shown(completion.slots[i], scene.words), right - left));
    if (!is_current) continue;
    const float under = middle + line_height(face) / 2 + theme.px(space::hairline);
    draw.AddLine({left, under}, {x, under}, ink(theme.now.clients[0]), theme.px(stroke::strong));
  }
  return at.y + line_height(theme.faces.wire) + theme.px(space::gap);
}

void draw_about(const Scene& scene, ConsoleArea area, const Completion& completion) {
  const Theme& theme = *scene.theme;
  float y = area.min.y + theme.px(space::unit);
  if (!completion.verb.empty()) {
    y = draw_grammar(scene, {area.min.x, y}, area.max.x, completion);
  }
  for (const std::string& sentence : completion.about) {
    const float width = area.max.x - area.min.x;
    if (y + rich_text_height(theme, width, sentence) > area.max.y - theme.px(space::list_row))
      break;
    y += draw_rich_text(*ImGui::GetWindowDrawList(), theme, {area.min.x, y}, width, theme.now.dim,
                        sentence);
  }
  draw_key_help(theme, {area.min.x, area.max.y - theme.px(space::key_air)}, "Tab",
                scene.words("console.tab"));
}

}  // namespace

std::optional<std::size_t> draw_console_list(const Scene& scene, ConsoleArea area,
                                             const Completion& completion,
                                             std::optional<std::size_t> marked) {
  const Theme& theme = *scene.theme;
  const float width = area.max.x - area.min.x;
  const float middle = area.min.x + (width < theme.px(two_columns) ? width : width * 0.62F);
  const std::string caption =
      scene.words(completion.verb.empty() ? "console.legal_now" : "console.may_stand");
  const float left =
      area.min.x + std::max(theme.px(least_caption),
                            text_width(theme.faces.label, caption) + theme.px(space::wide_gap));
  draw_text(*ImGui::GetWindowDrawList(), theme.faces.label,
            {area.min.x, area.min.y + theme.px(space::snug)}, theme.now.dim, caption);
  const auto clicked = draw_rows(
      scene, {{left, area.min.y}, {middle - theme.px(space::gap), area.max.y}}, completion, marked);
  if (middle < area.max.x) {
    draw_about(scene, {{middle + theme.px(space::gap), area.min.y}, area.max}, completion);
  }
  return clicked;
}

}  // namespace imapscope::gui
