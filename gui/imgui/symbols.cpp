#include "gui/imgui/symbols.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <initializer_list>

namespace imapscope::gui {

ImU32 ink(Color color) {
  return IM_COL32(color.r, color.g, color.b, color.a);
}

namespace symbols {
namespace {

ImVec2 at(ImVec2 center, float radius, float x, float y) {
  return {center.x + radius * x, center.y + radius * y};
}

/// A filled shape of three or four corners given in units of `radius` around `center`.
void filled(ImDrawList& draw, ImVec2 center, float radius, std::initializer_list<ImVec2> corners,
            Color color) {
  for (const ImVec2 corner : corners) draw.PathLineTo(at(center, radius, corner.x, corner.y));
  draw.PathFillConvex(ink(color));
}

void stroked(ImDrawList& draw, ImVec2 center, float radius, std::initializer_list<ImVec2> points,
             Color color, float thickness) {
  for (const ImVec2 point : points) draw.PathLineTo(at(center, radius, point.x, point.y));
  draw.PathStroke(ink(color), 0, thickness);
}

/// A symbol's stroke: a fifth of its width, never thinner than a line of text.
float stroke(float radius) {
  return std::max(1.5F, radius * 0.4F);
}

/// A hollow shape's outline lies within its extent, so that both kinds look equally large.
constexpr float inset_of(float thickness) {
  return thickness / 2;
}

void round_shape(ImDrawList& draw, ImVec2 center, float radius, Color color, bool hollow) {
  if (!hollow) return draw.AddCircleFilled(center, radius, ink(color));
  const float thickness = stroke(radius);
  draw.AddCircle(center, radius - inset_of(thickness), ink(color), 0, thickness);
}

void shape(ImDrawList& draw, ImVec2 center, float radius, std::initializer_list<ImVec2> corners,
           Color color, bool hollow) {
  if (!hollow) return filled(draw, center, radius, corners, color);
  const float thickness = stroke(radius);
  const float inner = radius - inset_of(thickness);
  for (const ImVec2 corner : corners) draw.PathLineTo(at(center, inner, corner.x, corner.y));
  draw.PathStroke(ink(color), ImDrawFlags_Closed, thickness);
}

/// Transport symbols are built of upright bars and of triangles pointing right (`way` 1) or left
/// (-1).
void bar(ImDrawList& draw, ImVec2 center, float radius, float x, float width, Color color) {
  draw.AddRectFilled(at(center, radius, x - width / 2, -0.8F),
                     at(center, radius, x + width / 2, 0.8F), ink(color), radius * 0.1F);
}

void wedge(ImDrawList& draw, ImVec2 center, float radius, float x, float length, float way,
           Color color) {
  const float back = x - way * length / 2;
  const float tip = x + way * length / 2;
  if (way > 0) {
    filled(draw, center, radius, {{back, -0.8F}, {tip, 0}, {back, 0.8F}}, color);
  } else {
    filled(draw, center, radius, {{back, 0.8F}, {tip, 0}, {back, -0.8F}}, color);
  }
}

}  // namespace

void client(ImDrawList& draw, ImVec2 center, float radius, std::size_t index, Color color) {
  const bool hollow = index % client_looks >= client_colors;
  switch (index % client_colors) {
    case 0:
      round_shape(draw, center, radius, color, hollow);
      break;
    case 1:
      shape(draw, center, radius * 1.15F, {{0, -1}, {1, 0}, {0, 1}, {-1, 0}}, color, hollow);
      break;
    case 2:
      shape(draw, center, radius * 1.1F, {{0, -0.95F}, {1, 0.8F}, {-1, 0.8F}}, color, hollow);
      break;
    default:
      shape(draw, center, radius * 0.88F, {{-1, -1}, {1, -1}, {1, 1}, {-1, 1}}, color, hollow);
      break;
  }
}

void check(ImDrawList& draw, ImVec2 center, float radius, Color color) {
  stroked(draw, center, radius, {{-0.85F, 0.05F}, {-0.25F, 0.7F}, {0.85F, -0.7F}}, color,
          stroke(radius));
}

void triangle(ImDrawList& draw, ImVec2 center, float radius, Color color) {
  for (const ImVec2 corner : {ImVec2{0, -0.85F}, ImVec2{0.95F, 0.75F}, ImVec2{-0.95F, 0.75F}}) {
    draw.PathLineTo(at(center, radius, corner.x, corner.y));
  }
  draw.PathStroke(ink(color), ImDrawFlags_Closed, stroke(radius));
}

void cross(ImDrawList& draw, ImVec2 center, float radius, Color color) {
  stroked(draw, center, radius, {{-0.7F, -0.7F}, {0.7F, 0.7F}}, color, stroke(radius));
  stroked(draw, center, radius, {{-0.7F, 0.7F}, {0.7F, -0.7F}}, color, stroke(radius));
}

void stop(ImDrawList& draw, ImVec2 center, float radius, Color color) {
  draw.AddRectFilled(at(center, radius, -0.75F, -0.75F), at(center, radius, 0.75F, 0.75F),
                     ink(color), radius * 0.2F);
}

void hollow_dot(ImDrawList& draw, ImVec2 center, float radius, Color color, Color ground) {
  draw.AddCircleFilled(center, radius, ink(ground));
  draw.AddCircle(center, radius, ink(color), 0, std::max(1.0F, radius * 0.35F));
}

void dot(ImDrawList& draw, ImVec2 center, float radius, Color color) {
  draw.AddCircleFilled(center, radius, ink(color));
}

void square(ImDrawList& draw, ImVec2 center, float radius, Color color, Color ground) {
  const ImVec2 min = at(center, radius, -0.9F, -0.9F);
  const ImVec2 max = at(center, radius, 0.9F, 0.9F);
  draw.AddRectFilled(min, max, ink(ground));
  draw.AddRect(min, max, ink(color), 0, 0, std::max(1.0F, radius * 0.35F));
}

void fork(ImDrawList& draw, ImVec2 center, float radius, Color color) {
  const float thickness = std::max(1.0F, radius * 0.22F);
  const float end = radius * 0.24F;
  stroked(draw, center, radius, {{-0.5F, -0.75F}, {-0.5F, 0.75F}}, color, thickness);
  stroked(draw, center, radius, {{-0.5F, 0.1F}, {0.6F, 0.1F}, {0.6F, -0.4F}}, color, thickness);
  for (const ImVec2 tip : {ImVec2{-0.5F, -0.75F}, ImVec2{-0.5F, 0.75F}, ImVec2{0.6F, -0.5F}}) {
    draw.AddCircleFilled(at(center, radius, tip.x, tip.y), end, ink(color));
  }
}

void lock(ImDrawList& draw, ImVec2 center, float radius, Color color, Color ground) {
  draw.AddCircleFilled(center, radius * 1.35F, ink(ground));
  const ImVec2 hinge = at(center, radius, 0, -0.15F);
  draw.PathArcTo(hinge, radius * 0.5F, 3.1415927F, 2 * 3.1415927F, 12);
  draw.PathStroke(ink(color), 0, std::max(1.0F, radius * 0.24F));
  draw.AddRectFilled(at(center, radius, -0.75F, -0.15F), at(center, radius, 0.75F, 0.85F),
                     ink(color), radius * 0.2F);
}

void arrow_head(ImDrawList& draw, ImVec2 from, ImVec2 tip, float length, Color color) {
  const float dx = tip.x - from.x;
  const float dy = tip.y - from.y;
  const float whole = std::max(0.001F, std::sqrt(dx * dx + dy * dy));
  const ImVec2 along{dx / whole, dy / whole};
  const ImVec2 back{tip.x - along.x * length, tip.y - along.y * length};
  const float half = length * 0.4F;
  draw.AddTriangleFilled(tip, {back.x - along.y * half, back.y + along.x * half},
                         {back.x + along.y * half, back.y - along.x * half}, ink(color));
}

void chevron(ImDrawList& draw, ImVec2 center, float radius, Way way, Color color) {
  const float thickness = stroke(radius) * 0.8F;
  const auto arms = [&](ImVec2 a, ImVec2 tip, ImVec2 b) {
    stroked(draw, center, radius, {a, tip, b}, color, thickness);
  };
  switch (way) {
    case Way::left:
      return arms({0.5F, -1}, {-0.5F, 0}, {0.5F, 1});
    case Way::right:
      return arms({-0.5F, -1}, {0.5F, 0}, {-0.5F, 1});
    case Way::up:
      return arms({-1, 0.5F}, {0, -0.5F}, {1, 0.5F});
    case Way::down:
      return arms({-1, -0.5F}, {0, 0.5F}, {1, -0.5F});
  }
}

void tray(ImDrawList& draw, ImVec2 center, float radius, Color color) {
  const float thickness = std::max(1.5F, radius * 0.12F);
  stroked(draw, center, radius, {{0, -1}, {0, 0.35F}}, color, thickness);
  stroked(draw, center, radius, {{-0.4F, -0.05F}, {0, 0.35F}, {0.4F, -0.05F}}, color, thickness);
  stroked(draw, center, radius, {{-1, 0.2F}, {-1, 0.8F}, {1, 0.8F}, {1, 0.2F}}, color, thickness);
}

void transport(ImDrawList& draw, ImVec2 center, float radius, Transport what, Color color) {
  constexpr float thin = 0.24F;
  switch (what) {
    case Transport::to_start:
      bar(draw, center, radius, -0.72F, thin, color);
      wedge(draw, center, radius, 0.15F, 1.2F, -1, color);
      break;
    case Transport::step_back:
      wedge(draw, center, radius, -0.25F, 1.0F, -1, color);
      bar(draw, center, radius, 0.6F, thin * 1.4F, color);
      break;
    case Transport::play:
      wedge(draw, center, radius, 0.12F, 1.4F, 1, color);
      break;
    case Transport::pause:
      bar(draw, center, radius, -0.4F, 0.44F, color);
      bar(draw, center, radius, 0.4F, 0.44F, color);
      break;
    case Transport::step_forward:
      bar(draw, center, radius, -0.6F, thin * 1.4F, color);
      wedge(draw, center, radius, 0.25F, 1.0F, 1, color);
      break;
    case Transport::to_end:
      wedge(draw, center, radius, -0.15F, 1.2F, 1, color);
      bar(draw, center, radius, 0.72F, thin, color);
      break;
    case Transport::exchange_back:
      wedge(draw, center, radius, -0.5F, 0.9F, -1, color);
      wedge(draw, center, radius, 0.45F, 0.9F, -1, color);
      break;
    case Transport::exchange_forward:
      wedge(draw, center, radius, -0.45F, 0.9F, 1, color);
      wedge(draw, center, radius, 0.5F, 0.9F, 1, color);
      break;
  }
}

}  // namespace symbols

void dashed_line(ImDrawList& draw, ImVec2 from, ImVec2 to, Color color, float thickness, float dash,
                 float gap) {
  const float dx = to.x - from.x;
  const float dy = to.y - from.y;
  const float length = std::sqrt(dx * dx + dy * dy);
  if (length <= 0) return;
  const int dashes = static_cast<int>(std::ceil(length / (dash + gap)));
  for (int i = 0; i < dashes; ++i) {
    const float begin = static_cast<float>(i) * (dash + gap) / length;
    const float end = std::min(1.0F, begin + dash / length);
    draw.AddLine({from.x + dx * begin, from.y + dy * begin}, {from.x + dx * end, from.y + dy * end},
                 ink(color), thickness);
  }
}

void dashed_rect(ImDrawList& draw, ImVec2 min, ImVec2 max, float radius, Color color,
                 float thickness, float dash, float gap) {
  constexpr float quarter = 1.57079633F;
  const auto side = [&](ImVec2 from, ImVec2 to) {
    dashed_line(draw, from, to, color, thickness, dash, gap);
  };
  side({min.x + radius, min.y}, {max.x - radius, min.y});
  side({max.x, min.y + radius}, {max.x, max.y - radius});
  side({max.x - radius, max.y}, {min.x + radius, max.y});
  side({min.x, max.y - radius}, {min.x, min.y + radius});
  const std::array<ImVec2, 4> corners{
      ImVec2{max.x - radius, max.y - radius}, ImVec2{min.x + radius, max.y - radius},
      ImVec2{min.x + radius, min.y + radius}, ImVec2{max.x - radius, min.y + radius}};
  for (std::size_t i = 0; i < corners.size(); ++i) {
    const float from = static_cast<float>(i) * quarter;
    draw.PathArcTo(corners[i], radius, from, from + quarter);
    draw.PathStroke(ink(color), 0, thickness);
  }
}

void hatch(ImDrawList& draw, ImVec2 min, ImVec2 max, Color color, float pitch, float thickness) {
  draw.PushClipRect(min, max, true);
  const float height = max.y - min.y;
  const int strokes = static_cast<int>((max.x - min.x + height) / pitch) + 1;
  for (int i = 0; i < strokes; ++i) {
    const float x = min.x + static_cast<float>(i) * pitch;
    draw.AddLine({x - height, max.y}, {x, min.y}, ink(color), thickness);
  }
  draw.PopClipRect();
}

}  // namespace imapscope::gui
