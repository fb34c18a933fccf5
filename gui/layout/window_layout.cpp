#include "gui/layout/window_layout.h"

#include <algorithm>
#include <cmath>

namespace imapscope::gui {
namespace {

// Design pixels at 100 %.
constexpr float toolbar_height = 48;
constexpr float console_height = 44;
// Below these the window has no room for a part, as when it is zoomed far: better none than one
// that cannot be read.
constexpr float side_from_width = 1000;
constexpr float inspector_from_height = 480;
constexpr float timeline_from_height = 400;
constexpr float inspector_least = 148;
constexpr float inspector_most_forced = 0.3F;  // of the window's height
constexpr float timeline_least = 76;           // two bands
constexpr float timeline_band = 18;  // each further one, of those that everybody should see
constexpr std::size_t most_bands = 4;
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
    }
    if (has_timeline()) {
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
  [[nodiscard]] bool has_side() const {
    return !shape_.presenter && shape_.width >= px(side_from_width);
  }
  [[nodiscard]] bool has_inspector() const {
    return !shape_.presenter && shape_.height >= px(inspector_from_height);
  }
  [[nodiscard]] bool has_timeline() const {
    return !shape_.presenter && shape_.height >= px(timeline_from_height);
  }
  [[nodiscard]] float width_of(Splitter splitter) const {
    return std::round(share_of(shares_, splitter) * shape_.width);
  }
  [[nodiscard]] float height_of(Splitter splitter) const {
    return std::round(share_of(shares_, splitter) * shape_.height);
  }

  /// A row of tokens and what one of them means can be read.
  [[nodiscard]] float inspector_floor() const {
    return std::round(std::min(px(inspector_least), shape_.height * inspector_most_forced));
  }

  /// The bands of a few sessions can be read, unless the window is too low for that.
  [[nodiscard]] float timeline_floor() const {
    const auto further =
        static_cast<float>(std::clamp<std::size_t>(shape_.lanes, 2, most_bands) - 2);
    const float least = px(timeline_least + timeline_band * further);
    return std::round(std::min(least, shape_.height * timeline_most_forced));
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
      left = has_side() ? width_of(Splitter::lesson) : std::round(shape_.width * 0.3F);
      place(Part::lesson, {0, top, left, height});
      if (has_side()) vertical_grip(Splitter::lesson, {left, top, 0, height});
    }
    const float side = has_side() ? width_of(Splitter::side) : 0;
    const float middle = shape_.width - left - side;
    const float inspector =
        has_inspector() ? std::max(height_of(Splitter::inspector), inspector_floor()) : 0;
    place(Part::traffic, {left, top, middle, height - inspector});
    if (has_inspector()) {
      place(Part::inspector, {left, bottom - inspector, middle, inspector});
      horizontal_grip(Splitter::inspector, {left, bottom - inspector, middle, 0});
    }
    if (has_side()) side_column({left + middle, top, side, height});
  }

  void side_column(Rect area) {
    const float state = height_of(Splitter::state);
    place(Part::state, {area.x, area.y, area.width, state});
    place(Part::mailbox, {area.x, area.y + state, area.width, area.height - state});
    vertical_grip(Splitter::side, {area.x, area.y, 0, area.height});
    horizontal_grip(Splitter::state, {area.x, area.y + state, area.width, 0});
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
