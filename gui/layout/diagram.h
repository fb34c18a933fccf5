// The state diagram of RFC 3501 §3 as geometry: a box for each state, a path for each edge, and the
// place of a token that sits in a state or travels an edge. Pure; positions in the window's pixels.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string_view>
#include <vector>

#include "gui/layout/rect.h"
#include "sim/imap/state.h"

namespace imapscope::gui {

struct Point {
  float x = 0;
  float y = 0;
};

enum class LabelSide { left, right, above };

/// What is drawn of one edge. Several edges of the table may share one path (LOGOUT leaves from
/// every state).
struct DiagramEdge {
  State from;
  State to;
  std::vector<Point> path;  ///< a polyline, from box to box; the last part carries the arrow head
  bool dashed = false;      ///< leaving, and what happens without a command
  std::vector<std::string_view> label;  ///< its lines: as on the wire, or a name in window.edge
  Point label_at;                       ///< middle of the label's side that faces the path
  LabelSide side = LabelSide::right;
};

struct Diagram {
  Rect greeting;  ///< a circle
  Rect not_authenticated;
  Rect authenticated;
  Rect selected;
  Rect logout;
  std::map<State, Rect> chain;  ///< in place of these, of another protocol's diagram
  Rect unknown;                 ///< beside the map: for a session whose state no line has shown yet
  std::vector<DiagramEdge> edges;

  [[nodiscard]] const Rect& box(State state) const;
};

/// Fits the diagram into `area`; `scale` is Theme::scale, for what does not stretch. `tokens`: how
/// many may sit in one state, of which the labels of edges stay clear.
[[nodiscard]] Diagram lay_out_diagram(const Rect& area, float scale, std::size_t tokens = 1);

/// Lower than this, names of states and edges would lie upon each other.
[[nodiscard]] float least_diagram_height(float width, float scale);

/// The edge between two states; nothing where the table has none (a state that a capture's
/// beginning proved).
[[nodiscard]] const DiagramEdge* find_edge(const Diagram& diagram, State from, State to);

/// `share` (0 to 1) of the way along a polyline, by length.
[[nodiscard]] Point along(const std::vector<Point>& path, float share);

/// Where token `index` of `count` sits in a state's box: side by side on its lower edge.
[[nodiscard]] Point token_place(const Rect& box, std::size_t index, std::size_t count, float scale);

}  // namespace imapscope::gui
