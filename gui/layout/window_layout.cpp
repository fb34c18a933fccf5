#include "gui/layout/window_layout.h"

#include <algorithm>
#include <cmath>

namespace imapscope::gui {
namespace {

// Design pixels at 100 %.
constexpr float toolbar_height = 48;
constexpr float console_height = 44;
constexpr float timeline_least = 76;
constexpr float timeline_most_forced = 0.13F;  // of the window's height
constexpr float grip = 7;  // what the pointer can take hold of, around a hairline

/// Least and most of a splitter's part, as shares.
struct Bounds {
  float least;
  float most;
};
constexpr std::array<Bounds, splitter_count> bounds{{
    {0.14F, 0.34F},  // lesson
    {0.20F, 0.45F},  // side
    {0.10F, 0.45F},  // inspector
    {0.20F, 0.60F},  // state
    {0.06F, 0.30F},  // timeline
}};

float bounded(Splitter splitter, float share) {
  const Bounds& b = bounds[static_cast<std::size_t>(splitter)];
  return std::clamp(share, b.least, b.most);
}

float share_of(const Shares& shares, Splitter splitter) {
  return bounded(splitter, shares[static_cast<std::size_t>(splitter)]);
}

class Builder {
 public:
  Builder(const WindowShape& shape, const Shares& shares) : shape_(shape), shares_(shares) {}

  WindowLayout build() {
    float top = px(toolbar_height);
    float bottom = shape_.height;
    place(Part::toolbar, {0, 0, shape_.width, top});
    if (!shape_.presenter) {
      bottom -= px(console_height);
      place(Part::console, {0, bottom, shape_.width, px(console_height)});
      const float timeline = std::max(height_of(Splitter::timeline), timeline_floor());
      bottom -= timeline;
      place(Part::timeline, {0, bottom, shape_.width, timeline});
      horizontal_grip(Splitter::timeline, {0, bottom, shape_.width, 0});
    }
    columns(top, bottom);
    return layout_;
  }

 private:
  [[nodiscard]] float px(float design) const { return std::round(design * shape_.scale); }
  [[nodiscard]] float width_of(Splitter splitter) const {
    return std::round(share_of(shares_, splitter) * shape_.width);
  }
  [[nodiscard]] float height_of(Splitter splitter) const {
    return std::round(share_of(shares_, splitter) * shape_.height);
  }

  /// Two sessions' bands can be read, unless the window is too low for that.
  [[nodiscard]] float timeline_floor() const {
    return std::round(std::min(px(timeline_least), shape_.height * timeline_most_forced));
  }

  void place(Part part, Rect rect) { layout_.parts[static_cast<std::size_t>(part)] = rect; }

  /// `edge` is the hairline; the grip reaches a little to both sides of it.
  void horizontal_grip(Splitter splitter, Rect edge) {
    layout_.splitters[static_cast<std::size_t>(splitter)] = {edge.x, edge.y - px(grip) / 2,
                                                             edge.width, px(grip)};
  }
  void vertical_grip(Splitter splitter, Rect edge) {
    layout_.splitters[static_cast<std::size_t>(splitter)] = {edge.x - px(grip) / 2, edge.y,
                                                             px(grip), edge.height};
  }

  void columns(float top, float bottom) {
    const float height = bottom - top;
    float left = 0;
    if (shape_.lesson) {
      left = width_of(Splitter::lesson);
      if (shape_.presenter) left = std::round(shape_.width * 0.3F);
      place(Part::lesson, {0, top, left, height});
      if (!shape_.presenter) vertical_grip(Splitter::lesson, {left, top, 0, height});
    }
    const float side = shape_.presenter ? 0 : width_of(Splitter::side);
    const float middle = shape_.width - left - side;
    if (shape_.presenter) {
      place(Part::traffic, {left, top, middle, height});
      return;
    }
    const float inspector = height_of(Splitter::inspector);
    place(Part::traffic, {left, top, middle, height - inspector});
    place(Part::inspector, {left, bottom - inspector, middle, inspector});
    horizontal_grip(Splitter::inspector, {left, bottom - inspector, middle, 0});

    const float state = height_of(Splitter::state);
    const float x = left + middle;
    place(Part::state, {x, top, side, state});
    place(Part::mailbox, {x, top + state, side, height - state});
    vertical_grip(Splitter::side, {x, top, 0, height});
    horizontal_grip(Splitter::state, {x, top + state, side, 0});
  }

  const WindowShape& shape_;
  const Shares& shares_;
  WindowLayout layout_;
};

}  // namespace

WindowLayout lay_out(const WindowShape& shape, const Shares& shares) {
  return Builder(shape, shares).build();
}

float share_at(Splitter splitter, float x, float y, const WindowShape& shape,
               const WindowLayout& layout) {
  switch (splitter) {
    case Splitter::lesson:
      return bounded(splitter, x / shape.width);
    case Splitter::side:
      return bounded(splitter, (shape.width - x) / shape.width);
    case Splitter::inspector:
      return bounded(splitter, (layout.of(Part::inspector).bottom() - y) / shape.height);
    case Splitter::state:
      return bounded(splitter, (y - layout.of(Part::state).y) / shape.height);
    case Splitter::timeline:
      return bounded(splitter, (layout.of(Part::timeline).bottom() - y) / shape.height);
  }
  return 0;
}

}  // namespace imapscope::gui
