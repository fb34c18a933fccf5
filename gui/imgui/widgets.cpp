#include "gui/imgui/widgets.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "gui/imgui/compat.h"
#include "gui/imgui/items.h"
#include "sim/base/letter_case.h"
#include "sim/base/utf.h"

namespace imapscope::gui {
namespace {

constexpr std::string_view ellipsis = "\u2026";
/// Letter-spacing of captions, in design pixels.
constexpr float caption_spacing = 0.9F;
/// How much of its row a heading may take.
constexpr float heading_most = 0.6F;

ImVec2 heading_origin(const Theme& theme) {
  const ImVec2 corner = ImGui::GetWindowPos();
  return {corner.x + theme.px(space::padding), corner.y + theme.px(space::key_air)};
}

/// Under which a pane's window keeps where its heading ends, and whether tabs are in its place.
constexpr ImGuiID heading_ends = 1;
constexpr ImGuiID heading_taken = 2;

float heading_right(const Theme& theme) {
  return ImGui::GetWindowPos().x + ImGui::GetWindowWidth() - theme.px(space::padding);
}

}  // namespace

float text_width(ImFont* face, std::string_view text) {
  if (text.empty()) return 0;
  return face
      ->CalcTextSizeA(compat::font_size(face), FLT_MAX, 0, text.data(), text.data() + text.size())
      .x;
}

float line_height(ImFont* face) {
  return compat::font_size(face);
}

float draw_text(ImDrawList& draw, ImFont* face, ImVec2 at, Color color, std::string_view text) {
  if (text.empty()) return at.x;
  draw.AddText(face, compat::font_size(face), at, ink(color), text.data(),
               text.data() + text.size());
  const float right = at.x + text_width(face, text);
  items::add_text(draw, text, at, {right, at.y + line_height(face)});
  return right;
}

float draw_text_centered_y(ImDrawList& draw, ImFont* face, ImVec2 middle, Color color,
                           std::string_view text) {
  const float top = std::round(middle.y - line_height(face) / 2);
  return draw_text(draw, face, {middle.x, top}, color, text);
}

float draw_text_right(ImDrawList& draw, ImFont* face, ImVec2 right, Color color,
                      std::string_view text) {
  const float left = std::round(right.x - text_width(face, text));
  draw_text(draw, face, {left, right.y}, color, text);
  return left;
}

std::string ellipsised(ImFont* face, std::string_view text, float width) {
  if (text_width(face, text) <= width) return std::string(text);
  const float room = width - text_width(face, ellipsis);
  if (room <= 0) return std::string(ellipsis);
  const char* rest = nullptr;
  (void)face->CalcTextSizeA(compat::font_size(face), room, 0, text.data(),
                            text.data() + text.size(), &rest);
  const std::string kept(cut_at_character(text, static_cast<std::size_t>(rest - text.data())));
  return kept.ends_with(ellipsis) ? kept : kept + std::string(ellipsis);
}

namespace {

/// The lines that `text` takes in `width`.
std::vector<std::string_view> wrapped_lines(ImFont* face, std::string_view text, float width) {
  std::vector<std::string_view> lines;
  const char* line = text.data();
  const char* const end = text.data() + text.size();
  while (line < end) {
    const char* stop = compat::wrap_position(face, line, end, width);
    if (stop == line) ++stop;
    const char* const newline = std::find(line, stop, '\n');
    stop = newline != stop ? newline : stop;
    lines.emplace_back(line, static_cast<std::size_t>(stop - line));
    line = stop;
    while (line < end && (*line == ' ' || *line == '\n')) ++line;
  }
  return lines;
}

float wrapped_pitch(ImFont* face) {
  constexpr float leading = 1.2F;  // of Dear ImGui's line box, which is 1.21 em: about 1.45 em
  return std::round(line_height(face) * leading);
}

}  // namespace

float draw_wrapped(ImDrawList& draw, ImFont* face, ImVec2 at, Color color, std::string_view text,
                   float width) {
  float y = at.y;
  for (const std::string_view line : wrapped_lines(face, text, width)) {
    draw_text(draw, face, {at.x, y}, color, line);
    y += wrapped_pitch(face);
  }
  return y - at.y;
}

float wrapped_height(ImFont* face, std::string_view text, float width) {
  return wrapped_pitch(face) * static_cast<float>(wrapped_lines(face, text, width).size());
}

std::string with_capital(std::string_view text) {
  const std::size_t first = utf8_length(text);
  return in_capitals(text.substr(0, first)) + std::string(text.substr(first));
}

float draw_caption(ImDrawList& draw, const Theme& theme, ImVec2 at, Color color,
                   std::string_view text, Caption of) {
  const std::string shown = of == Caption::name ? std::string(text) : in_capitals(text);
  std::string_view rest = shown;
  ImVec2 pen = at;
  while (!rest.empty()) {
    const std::string_view letter = rest.substr(0, utf8_length(rest));
    pen.x = draw_text(draw, theme.faces.caption, pen, color, letter);
    pen.x += caption_spacing * theme.scale;
    rest.remove_prefix(letter.size());
  }
  return pen.x;
}

float caption_width(const Theme& theme, std::string_view text) {
  const std::string capitals = in_capitals(text);
  const auto letters = std::count_if(capitals.begin(), capitals.end(),
                                     [](char byte) { return !continues_character(byte); });
  return text_width(theme.faces.caption, capitals) +
         caption_spacing * theme.scale * static_cast<float>(letters);
}

void take_heading(float until) {
  ImGui::GetStateStorage()->SetFloat(heading_ends, until);
  ImGui::GetStateStorage()->SetBool(heading_taken, until > 0);
}

float heading_end(const Theme& theme) {
  return ImGui::GetStateStorage()->GetFloat(heading_ends) + theme.px(space::wide_gap);
}

PaneArea pane_heading(const Theme& theme, std::string_view heading, Caption of) {
  const ImVec2 origin = heading_origin(theme);
  ImGuiStorage& storage = *ImGui::GetStateStorage();
  if (!storage.GetBool(heading_taken)) {
    const std::string shown =
        ellipsised(theme.faces.caption, heading, (heading_right(theme) - origin.x) * heading_most);
    storage.SetFloat(heading_ends, draw_caption(*ImGui::GetWindowDrawList(), theme, origin,
                                                theme.now.dim, shown, of));
  }
  const float padding = theme.px(space::padding);
  const ImVec2 corner = ImGui::GetWindowPos();
  const ImVec2 size = ImGui::GetWindowSize();
  return {{corner.x + padding, origin.y + line_height(theme.faces.caption) + theme.px(space::gap)},
          {corner.x + size.x - padding, corner.y + size.y - padding}};
}

void pane_fact(const Theme& theme, std::string_view fact) {
  const float room = heading_right(theme) - heading_end(theme);
  while (!fact.empty() && caption_width(theme, fact) > room) {
    const std::size_t part = fact.rfind(" \u00b7 ");
    fact = fact.substr(0, part == std::string_view::npos ? 0 : part);
  }
  const float left = heading_right(theme) - caption_width(theme, fact);
  draw_caption(*ImGui::GetWindowDrawList(), theme, {left, heading_origin(theme).y}, theme.now.dim,
               fact);
}

std::size_t pane_option(const Theme& theme, std::string_view name,
                        std::span<const std::string> choices, std::size_t chosen) {
  constexpr std::string_view divider = " \u00b7 ";
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  float whole = caption_width(theme, divider) * static_cast<float>(choices.size() - 1);
  for (const std::string_view choice : choices) whole += caption_width(theme, choice);
  if (heading_right(theme) - whole < heading_end(theme)) return chosen;  // there is a key, too
  ImVec2 pen{heading_right(theme) - whole, heading_origin(theme).y};
  std::size_t result = chosen;
  for (std::size_t i = 0; i < choices.size(); ++i) {
    if (i > 0) pen.x = draw_caption(draw, theme, pen, theme.now.faint, divider);
    const float margin = theme.px(space::unit);
    const ImVec2 min{pen.x - margin, pen.y - margin};
    const ImVec2 max{pen.x + caption_width(theme, choices[i]) + margin,
                     pen.y + line_height(theme.faces.caption) + margin};
    const Press press = press_area(std::string(name) + "." + std::to_string(i), min, max);
    if (press.clicked) result = i;
    const bool lit = i == chosen || press.hovered;
    if (i == chosen) {
      const float under = pen.y + line_height(theme.faces.caption) + theme.px(space::hairline);
      draw.AddLine({pen.x, under}, {max.x - margin - theme.px(space::hairline), under},
                   ink(theme.now.dim), theme.px(space::hairline));
    }
    pen.x = draw_caption(draw, theme, pen, lit ? theme.now.text : theme.now.faint, choices[i]);
  }
  return result;
}

float draw_chip(ImDrawList& draw, const Theme& theme, ImVec2 middle, const Chip& chip,
                std::string_view text) {
  const float inset = theme.px(space::chip_air);
  const float half = std::round(line_height(chip.face) / 2 + theme.px(space::half_unit));
  const ImVec2 min{std::round(middle.x), std::round(middle.y) - half};
  const ImVec2 max{std::round(middle.x + text_width(chip.face, text) + 2 * inset),
                   std::round(middle.y) + half};
  const float radius = std::min(chip.radius, half);
  if (chip.fill.a > 0) draw.AddRectFilled(min, max, ink(chip.fill), radius);
  if (chip.dashed) {
    dashed_rect(draw, min, max, radius, chip.frame, theme.px(space::hairline),
                theme.px(dash::length), theme.px(dash::gap));
  } else {
    draw.AddRect(min, max, ink(chip.frame), radius, 0, theme.px(space::hairline));
  }
  draw_text_centered_y(draw, chip.face, {min.x + inset, middle.y}, chip.text, text);
  return max.x;
}

float draw_key(ImDrawList& draw, const Theme& theme, ImVec2 middle, std::string_view key) {
  const Chip chip{theme.faces.number, theme.now.dim, theme.now.hairline, theme.now.pane,
                  theme.px(space::unit)};
  return draw_chip(draw, theme, middle, chip, key);
}

float draw_unknown(ImDrawList& draw, const Theme& theme, ImVec2 middle, std::string_view word) {
  ImFont* face = theme.faces.number;
  const float side = theme.px(space::wide_gap);
  const float air = theme.px(space::unit);
  const float half = std::round(line_height(face) / 2 + theme.px(space::hairline));
  const auto hatched = [&](float left) {
    hatch(draw, {left, middle.y - half}, {left + side, middle.y + half}, theme.now.hatch,
          theme.px(space::unit), theme.px(space::hairline));
  };
  hatched(middle.x);
  const float end =
      draw_text_centered_y(draw, face, {middle.x + side + air, middle.y}, theme.now.dim, word);
  hatched(end + air);
  return end + air + side;
}

float unknown_width(const Theme& theme, std::string_view word) {
  return text_width(theme.faces.number, word) + 2 * theme.px(space::wide_gap + space::unit);
}

Press press_area(std::string_view name, ImVec2 min, ImVec2 max) {
  const ImVec2 keep = ImGui::GetCursorScreenPos();
  ImGui::SetCursorScreenPos(min);
  const ImVec2 size{std::max(1.0F, max.x - min.x), std::max(1.0F, max.y - min.y)};
  const std::string id(name);
  Press press;
  press.clicked = ImGui::InvisibleButton(id.c_str(), size);
  press.hovered = ImGui::IsItemHovered();
  press.held = ImGui::IsItemActive();
  items::add(name, min, {min.x + size.x, min.y + size.y}, true);
  ImGui::SetCursorScreenPos(keep);
  return press;
}

bool text_button(const Theme& theme, std::string_view name, ImVec2 left_middle,
                 std::string_view label, bool active) {
  const float margin = theme.px(space::gap);
  const float half = theme.px(space::row) / 2;
  const ImVec2 min{left_middle.x - margin, left_middle.y - half};
  const ImVec2 max{left_middle.x + text_width(theme.faces.body, label) + margin,
                   left_middle.y + half};
  const Press press = press_area(name, min, max);
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  if (press.hovered || press.held) {
    draw.AddRectFilled(min, max, ink(theme.now.raised), theme.px(corner::card));
  }
  const bool lit = active || press.hovered;
  draw_text_centered_y(draw, theme.faces.body, left_middle, lit ? theme.now.text : theme.now.dim,
                       label);
  return press.clicked;
}

void tooltip(const Theme& theme, ImFont* face, std::string_view text, const PaneArea& about) {
  constexpr float widest = 560;
  const ImVec2 window = ImGui::GetIO().DisplaySize;
  const float wrap = std::min(theme.px(widest), window.x - 4 * theme.px(space::gap));
  const ImVec2 padding = ImGui::GetStyle().WindowPadding;
  const ImVec2 words = face->CalcTextSizeA(compat::font_size(face), FLT_MAX, wrap, text.data(),
                                           text.data() + text.size());
  const ImVec2 size{words.x + 2 * padding.x, words.y + 2 * padding.y};
  const float air = theme.px(space::unit);
  const float below = about.max.y + air;
  const float above = about.min.y - air - size.y;
  const bool fits_below = below + size.y <= window.y;
  const bool more_above = about.min.y > window.y - about.max.y;
  const float x = std::clamp(about.min.x, 0.0F, std::max(0.0F, window.x - size.x));
  ImGui::SetNextWindowPos({std::round(x), std::round(fits_below || !more_above ? below : above)});
  ImGui::BeginTooltip();
  compat::push_font(face);
  ImGui::PushTextWrapPos(padding.x + wrap);
  ImGui::TextUnformatted(text.data(), text.data() + text.size());
  ImGui::PopTextWrapPos();
  ImGui::PopFont();
  ImGui::EndTooltip();
}

}  // namespace imapscope::gui
