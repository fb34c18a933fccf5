#include "gui/panes/traffic/wire_marks.h"

#include <algorithm>
#include <cmath>

#include "gui/imgui/widgets.h"
#include "gui/panes/traffic/traffic_label.h"

namespace imapscope::gui::wire_marks {
namespace {

constexpr float landed_dot = 4.5F;  // inside the ring
constexpr float cut_stroke = 1.25F;

using observer::LineKind;

constexpr float head_length = 9;

float way_of(const Arrow& arrow) {
  return arrow.to.x > arrow.from.x ? 1.0F : -1.0F;
}

ImVec2 point_at(const Arrow& arrow, double flight) {
  const auto share = static_cast<float>(flight);
  return {arrow.from.x + (arrow.to.x - arrow.from.x) * share,
          arrow.from.y + (arrow.to.y - arrow.from.y) * share};
}

}  // namespace

void arrow(ImDrawList& draw, const Theme& theme, const Arrow& arrow, double flight) {
  const float length = theme.px(head_length);
  const ImVec2 tip{arrow.to.x - way_of(arrow) * theme.px(space::half_unit), arrow.to.y};
  const bool landed = flight >= 1;
  const ImVec2 end =
      landed ? ImVec2{tip.x - way_of(arrow) * length * 0.6F, tip.y} : point_at(arrow, flight);
  const float thickness =
      arrow.tagged ? theme.px(space::half_unit) : std::max(1.0F, theme.scale * 1.25F);
  draw.AddLine(arrow.from, end, ink(arrow.color), thickness);
  if (landed) symbols::arrow_head(draw, arrow.from, tip, length, arrow.color);
}

void lock(ImDrawList& draw, const Theme& theme, const Arrow& arrow, double flight) {
  if (flight < 0.5) return;
  symbols::lock(draw, point_at(arrow, 0.5), theme.px(mark::medium), arrow.color, theme.now.pane);
}

void lost(ImDrawList& draw, const Theme& theme, const Arrow& arrow, Color color,
          std::string_view word) {
  const ImVec2 end = point_at(arrow, lost_at);
  const float x = end.x + way_of(arrow) * theme.px(space::snug);
  symbols::cross(draw, {x, end.y}, theme.px(mark::medium), color);
  draw_text_centered_y(draw, theme.faces.label, {x + theme.px(space::inset), end.y}, color, word);
}

void bead(ImDrawList& draw, const Theme& theme, const Arrow& arrow, double flight) {
  const ImVec2 at = point_at(arrow, flight);
  draw.AddCircleFilled(at, theme.px(mark::arrow), ink(theme.now.pane));
  draw.AddCircle(at, theme.px(mark::arrow), ink(theme.now.highlight), 0, theme.px(stroke::thin));
  symbols::dot(draw, at, theme.px(landed_dot), arrow.color);
}

void origin(ImDrawList& draw, const Theme& theme, const Palette& inks, ImVec2 at,
            const observer::Line& line) {
  const float radius = theme.px(mark::small);
  if (line.kind == LineKind::tagged) {
    symbols::dot(draw, at, radius, status_color(inks, status_of(line)));
  } else if (line.kind == LineKind::continuation_request) {
    symbols::square(draw, at, radius, inks.server, theme.now.pane);
  } else {
    symbols::hollow_dot(draw, at, radius, inks.server, theme.now.pane);
  }
}

void bracket(ImDrawList& draw, const Theme& theme, const Bracket& bracket, Color color) {
  constexpr int corner = 8;
  const float radius = theme.px(mark::large);
  draw.PathLineTo({bracket.cap, bracket.top});
  draw.PathBezierQuadraticCurveTo({bracket.x, bracket.top}, {bracket.x, bracket.top + radius},
                                  corner);
  if (bracket.ended) {
    draw.PathLineTo({bracket.x, bracket.bottom - radius});
    draw.PathBezierQuadraticCurveTo({bracket.x, bracket.bottom}, {bracket.cap, bracket.bottom},
                                    corner);
  } else {
    draw.PathLineTo({bracket.x, bracket.bottom});
  }
  draw.PathStroke(ink(color), 0, theme.px(stroke::thin));
}

void time_cut(ImDrawList& draw, const Theme& theme, ImVec2 at, Color color) {
  const float gap = theme.px(space::sliver);
  const float reach = theme.px(space::chip_gap);
  const float half = theme.px(space::half_unit);
  draw.AddRectFilled({at.x - half, at.y - gap}, {at.x + half, at.y + gap}, ink(theme.now.pane));
  for (const float y : {at.y - gap, at.y + gap}) {
    draw.AddLine({at.x - reach, y + half}, {at.x + reach, y - half}, ink(color),
                 theme.px(cut_stroke));
  }
}

void unread(ImDrawList& draw, const Theme& theme, ImVec2 from, ImVec2 to, Color color) {
  const float half = theme.px(space::chip_gap);
  hatch(draw, {std::min(from.x, to.x), from.y - half}, {std::max(from.x, to.x), from.y + half},
        color, theme.px(space::snug), theme.px(space::hairline));
}

void cover(ImDrawList& draw, const Theme& theme, ImVec2 min, ImVec2 max, std::string_view words) {
  dashed_rect(draw, min, max, theme.px(corner::control), theme.now.dim, theme.px(space::hairline),
              theme.px(dash::length), theme.px(dash::gap));
  ImFont* face = theme.faces.label;
  const float room = max.x - min.x - theme.px(space::gap);
  if (text_width(face, words) > room) words = words.substr(0, words.find(' '));
  const std::string text = ellipsised(face, words, room);
  const float left = (min.x + max.x - text_width(face, text)) / 2;
  draw_text_centered_y(draw, face, {std::round(left), (min.y + max.y) / 2}, theme.now.dim, text);
}

}  // namespace imapscope::gui::wire_marks
