// The window's symbols, drawn rather than typed: the faces lack some of them, and a drawn shape
// sits exactly where it is put, at any zoom.
//
// `center` is the symbol's middle and `radius` half its extent, in the window's pixels.
#pragma once

#include <imgui.h>

#include <cstddef>

#include "gui/scene/theme.h"

namespace imapscope::gui {

/// Dear ImGui's packed form of a colour.
ImU32 ink(Color color);

namespace symbols {

/// Client `index`'s own shape: ● ◆ ▲ ■, and hollow for the fifth to the eighth: ○ ◇ △ □.
void client(ImDrawList& draw, ImVec2 center, float radius, std::size_t index, Color color);

void check(ImDrawList& draw, ImVec2 center, float radius, Color color);     ///< OK
void triangle(ImDrawList& draw, ImVec2 center, float radius, Color color);  ///< NO
void cross(ImDrawList& draw, ImVec2 center, float radius, Color color);     ///< BAD
void stop(ImDrawList& draw, ImVec2 center, float radius, Color color);      ///< BYE

void hollow_dot(ImDrawList& draw, ImVec2 center, float radius, Color color, Color ground);
void dot(ImDrawList& draw, ImVec2 center, float radius, Color color);
void square(ImDrawList& draw, ImVec2 center, float radius, Color color, Color ground);
/// Two ways that part.
void fork(ImDrawList& draw, ImVec2 center, float radius, Color color);
/// A padlock, on a ground of its own.
void lock(ImDrawList& draw, ImVec2 center, float radius, Color color, Color ground);
/// A solid arrow head whose tip is at `tip`, pointing along `from` → `tip`.
void arrow_head(ImDrawList& draw, ImVec2 from, ImVec2 tip, float length, Color color);

enum class Transport {
  to_start,
  step_back,
  play,
  pause,
  step_forward,
  to_end,
  exchange_back,
  exchange_forward
};
/// Where something opens to: to the right while it is folded, down when it is open.
enum class Way { left, right, up, down };
void chevron(ImDrawList& draw, ImVec2 center, float radius, Way way, Color color);
/// An arrow down into a tray: put a file here.
void tray(ImDrawList& draw, ImVec2 center, float radius, Color color);

void transport(ImDrawList& draw, ImVec2 center, float radius, Transport what, Color color);

}  // namespace symbols

void dashed_line(ImDrawList& draw, ImVec2 from, ImVec2 to, Color color, float thickness, float dash,
                 float gap);
/// A rounded, dashed frame: something is here, and it is covered.
void dashed_rect(ImDrawList& draw, ImVec2 min, ImVec2 max, float radius, Color color,
                 float thickness, float dash, float gap);
/// Diagonal strokes: unknown to that end.
void hatch(ImDrawList& draw, ImVec2 min, ImVec2 max, Color color, float pitch, float thickness);

}  // namespace imapscope::gui
