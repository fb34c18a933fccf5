// Where the panes stand: fixed places with splitters between them, from the window's size alone.
// What is not needed has no place: no lesson pane for a capture, little more than the wire for the
// last row of a hall; nor has what a far zoomed window has no room for.
#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include "gui/layout/rect.h"

namespace imapscope::gui {

enum class Part { toolbar, lesson, traffic, inspector, state, mailbox, timeline, console };
inline constexpr std::size_t part_count = 8;

/// A line between parts that can be dragged.
enum class Splitter { lesson, side, inspector, state, timeline };
inline constexpr std::size_t splitter_count = 5;

/// What each splitter gives to its part, as a share of the window's width (lesson, side) or height.
using Shares = std::array<float, splitter_count>;
inline constexpr Shares default_shares{0.22F, 0.3125F, 0.215F, 0.315F, 0.095F};

struct WindowShape {
  float width = 0;
  float height = 0;
  float scale = 1;     ///< Theme::scale
  bool lesson = true;  ///< there is a lesson to read
  bool presenter = false;
  std::size_t lanes = 2;  ///< clients, each with a band in the timeline
};

struct WindowLayout {
  std::array<Rect, part_count> parts;          ///< empty: not shown
  std::array<Rect, splitter_count> splitters;  ///< where the pointer takes hold; empty: not shown

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
