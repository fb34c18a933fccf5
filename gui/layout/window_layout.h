// Where the panes stand, from the window's size alone. Four forms: the wide window has a fixed
// place for each pane, with splitters; the narrow one makes tabs of those beside the ladder; the
// smallest makes tabs of all; Present, on the wall, shows lesson, ladder and the one pane of the
// moment.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "gui/layout/rect.h"

namespace imapscope::gui {

enum class Part {
  toolbar,
  inputs,
  lesson,
  traffic,
  inspector,
  state,
  mailbox,
  timeline,
  console,
  notes
};
inline constexpr std::size_t part_count = 10;

/// The pane that a lesson's step names: "state", "mailbox", "inspector", "traffic", "console".
[[nodiscard]] std::optional<Part> part_named(std::string_view name);

/// A line between parts that can be dragged.
enum class Splitter { lesson, side, inspector, state, timeline };
inline constexpr std::size_t splitter_count = 5;

/// What each splitter gives to its part, as a share of the window's width (lesson, side) or height.
using Shares = std::array<float, splitter_count>;
inline constexpr Shares default_shares{0.22F, 0.3125F, 0.215F, 0.315F, 0.095F};

/// What the viewer asked for, where the form does not show it by itself.
struct Wanted {
  bool console = false;
  bool inspector = false;
  bool timeline = false;
  bool notes = false;
};

/// Asks for `part`, or no longer; a part that no form leaves out stays as it is.
void want_part(Wanted& wanted, Part part, bool is_wanted);

struct WindowShape {
  float width = 0;
  float height = 0;
  float scale = 1;      ///< Theme::scale
  bool lesson = true;   ///< there is a lesson to read
  bool inputs = false;  ///< a session of one's own takes inputs besides lines
  bool presenter = false;
  std::size_t lanes = 2;     ///< clients, each with a band in the timeline
  float unit = 1;            ///< Theme::unit; not the scale only on the wall
  std::optional<Part> pane;  ///< the tab chosen, or the pane beside the ladder in Present
  Wanted wanted;
  float console = 0;  ///< the height it would like, in design pixels; 0: no wish
};

enum class Form { wide, narrow, single, wall };
[[nodiscard]] Form form_of(const WindowShape& shape);

/// The panes that `form` makes tabs of, in the order of their keys, Alt 1 and on.
[[nodiscard]] std::vector<Part> tabs_of(const WindowShape& shape);

struct WindowLayout {
  Form form = Form::wide;
  std::array<Rect, part_count> parts;          ///< empty: not shown
  std::array<Rect, splitter_count> splitters;  ///< where the pointer takes hold; empty: not shown
  /// Where there are any, the chosen one's heading is their strip.
  std::vector<Part> tabs;

  [[nodiscard]] const Rect& of(Part part) const { return parts[static_cast<std::size_t>(part)]; }
  [[nodiscard]] const Rect& of(Splitter splitter) const {
    return splitters[static_cast<std::size_t>(splitter)];
  }
};

[[nodiscard]] WindowLayout lay_out(const WindowShape& shape, const Shares& shares);

/// The share that `splitter` has when it is dragged to (x, y); within bounds that leave every part
/// usable.
[[nodiscard]] float share_at(Splitter splitter, float x, float y, const WindowShape& shape,
                             const WindowLayout& layout);

}  // namespace imapscope::gui
