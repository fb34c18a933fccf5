#include "gui/layout/window_layout.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "gui/layout/scaling.h"

namespace imapscope::gui {
namespace {

// Design pixels at 100 %.
constexpr float toolbar_height = 48;
constexpr float inputs_height = 48;
constexpr float console_height = 44;
constexpr float console_most = 0.3F;  // of the window's height
constexpr float inspector_least = 148;
constexpr float inspector_most_forced = 0.3F;  // of the window's height
constexpr float timeline_least = 76;           // two bands
constexpr float timeline_band = 18;  // each further one, of those that everybody should see
constexpr std::size_t most_bands = 4;
constexpr float timeline_most_forced = 0.13F;  // of the window's height
constexpr float grip = 7;  // what the pointer can take hold of, around a hairline

// Below these the wide form has no room for all panes, and the narrow one none for two at once.
constexpr float wide_from_width = 1200;
constexpr float wide_from_height = 560;
constexpr float narrow_from_width = 600;
constexpr float narrow_from_height = 330;

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

/// What all forms need: places to give away, from the edges inwards.
class Builder {
 public:
  explicit Builder(const WindowShape& shape)
      : shape_(shape), rest_{0, 0, shape.width, shape.height} {}

  WindowLayout layout;

 protected:
  [[nodiscard]] float px(float design) const { return std::round(design * shape_.scale); }

  /// The console grows as it wishes, as long as most of the window stays to the panes.
  [[nodiscard]] float console(float least) const {
    if (shape_.console <= console_height) return least;
    const float most = std::max(least, std::round(shape_.height * console_most));
    return std::clamp(px(shape_.console), least, most);
  }
  void place(Part part, Rect rect) { layout.parts[static_cast<std::size_t>(part)] = rect; }
  void at_top(Part part, float height) {
    place(part, {rest_.x, rest_.y, rest_.width, height});
    rest_.y += height;
    rest_.height -= height;
  }
  void at_bottom(Part part, float height) {
    rest_.height -= height;
    place(part, {rest_.x, rest_.bottom(), rest_.width, height});
  }
  void at_left(Part part, float width) {
    place(part, {rest_.x, rest_.y, width, rest_.height});
    rest_.x += width;
    rest_.width -= width;
  }
  /// A strip below the toolbar, in a session of one's own; on the wall its keys are enough.
  void inputs() {
    if (shape_.inputs && !shape_.presenter) at_top(Part::inputs, px(inputs_height));
  }
  /// A drawer below the ladder, if it was asked for.
  void notes(float height) {
    if (shape_.wanted.notes) at_bottom(Part::notes, std::round(std::min(height, rest_.height / 3)));
  }

  const WindowShape& shape_;
  Rect rest_;  ///< what is left
};

class Wide : public Builder {
 public:
  Wide(const WindowShape& shape, const Shares& shares) : Builder(shape), shares_(shares) {}

  WindowLayout build() {
    at_top(Part::toolbar, px(toolbar_height));
    inputs();
    at_bottom(Part::console, console(px(console_height)));
    at_bottom(Part::timeline, std::max(height_of(Splitter::timeline), timeline_floor()));
    horizontal_grip(Splitter::timeline, layout.of(Part::timeline));
    if (shape_.lesson) {
      at_left(Part::lesson, width_of(Splitter::lesson));
      vertical_grip(Splitter::lesson, rest_);
    }
    side_column();
    at_bottom(Part::inspector, std::max(height_of(Splitter::inspector), inspector_floor()));
    horizontal_grip(Splitter::inspector, layout.of(Part::inspector));
    notes(px(132));
    place(Part::traffic, rest_);
    return std::move(layout);
  }

 private:
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

  /// The grip reaches a little to both sides of the part's upper, or left, edge.
  void horizontal_grip(Splitter splitter, const Rect& below) {
    layout.splitters[static_cast<std::size_t>(splitter)] = {below.x, below.y - px(grip) / 2,
                                                            below.width, px(grip)};
  }
  void vertical_grip(Splitter splitter, const Rect& right) {
    layout.splitters[static_cast<std::size_t>(splitter)] = {right.x - px(grip) / 2, right.y,
                                                            px(grip), right.height};
  }

  void side_column() {
    const float width = width_of(Splitter::side);
    const float state = height_of(Splitter::state);
    rest_.width -= width;
    place(Part::state, {rest_.right(), rest_.y, width, state});
    place(Part::mailbox, {rest_.right(), rest_.y + state, width, rest_.height - state});
    vertical_grip(Splitter::side, {rest_.right(), rest_.y, width, rest_.height});
    horizontal_grip(Splitter::state, layout.of(Part::mailbox));
  }

  const Shares& shares_;
};

/// Tabs below the ladder; in the smallest window, tabs of everything.
class Narrow : public Builder {
 public:
  using Builder::Builder;

  WindowLayout build() {
    at_top(Part::toolbar, px(44));
    inputs();
    // Where the window is low, the lesson has its whole height: options never give way.
    const bool low = shape_.height < px(500);
    if (low) lesson();
    if (!on_demand() || shape_.wanted.console) at_bottom(Part::console, console(px(42)));
    if (!on_demand() || shape_.wanted.timeline) at_bottom(Part::timeline, px(30));
    if (!low) lesson();
    if (is_single()) {
      place(chosen(), rest_);
    } else {
      notes(px(96));
      at_bottom(chosen(), panel_height());
      place(Part::traffic, rest_);
    }
    return std::move(layout);
  }

 private:
  [[nodiscard]] bool is_single() const { return form_of(shape_) == Form::single; }
  [[nodiscard]] bool on_demand() const { return shape_.presenter || is_single(); }
  /// The part that the tabs show.
  [[nodiscard]] Part chosen() const {
    const auto tabs = tabs_of(shape_);
    const bool is_tab =
        shape_.pane && std::find(tabs.begin(), tabs.end(), *shape_.pane) != tabs.end();
    if (is_tab) return *shape_.pane;
    return is_single() ? tabs.back() : Part::mailbox;
  }

  void lesson() {
    if (!shape_.lesson || is_single()) return;
    constexpr float share = 0.302F;
    const bool low = shape_.height < px(500);
    at_left(Part::lesson,
            std::clamp(std::round(share * shape_.width), px(low ? 304 : 252), px(330)));
  }

  /// The strip of tabs and what the chosen one shows. Of a low window it has its share, the ladder
  /// the rest; of a high one the ladder gets most of what there is more.
  [[nodiscard]] float panel_height() const {
    const float designed = px(34 + 200);
    const float column = px(34 + 200 + 250);
    if (rest_.height < column) {
      return std::max(px(34 + 90), std::round(rest_.height * designed / column));
    }
    return designed + std::round((rest_.height - column) * 0.35F);
  }
};

/// Present: measures of visual.md for pictures of 1280 and 1920.
class Wall : public Builder {
 public:
  explicit Wall(const WindowShape& shape)
      : Builder(shape), wall_(wall_width(shape.width, shape.height, shape.unit)) {}

  WindowLayout build() {
    at_top(Part::toolbar, at(48, 64));
    if (shape_.wanted.console || shape_.pane == Part::console) {
      at_bottom(Part::console, console(at(54, 70)));
    }
    if (shape_.wanted.timeline) at_bottom(Part::timeline, at(84, 112));
    // What a window is wider than a picture of 16:9, ladder and pane share.
    const float more = std::max(0.0F, shape_.width - wall_ * shape_.unit);
    const float ladder = at(588, 762) + std::round(more * 0.6F);
    if (shape_.lesson) at_left(Part::lesson, at(432, 560));
    if (shape_.wanted.inspector || shape_.pane == Part::inspector) {
      at_bottom(Part::inspector, at(200, 280));
    }
    notes(at(150, 200));
    at_left(Part::traffic, shape_.lesson ? ladder : ladder + at(432, 560));
    place(chosen(), rest_);
    return std::move(layout);
  }

 private:
  [[nodiscard]] float at(float at_1280, float at_1920) const {
    return std::round(on_the_wall(at_1280, at_1920, wall_) * shape_.unit);
  }
  [[nodiscard]] Part chosen() const {
    return shape_.pane == Part::mailbox ? Part::mailbox : Part::state;
  }

  float wall_;
};

}  // namespace

std::optional<Part> part_named(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, Part>, 5> names{{{"state", Part::state},
                                                                    {"mailbox", Part::mailbox},
                                                                    {"inspector", Part::inspector},
                                                                    {"traffic", Part::traffic},
                                                                    {"console", Part::console}}};
  const auto* found =
      std::find_if(names.begin(), names.end(), [&](const auto& row) { return row.first == name; });
  return found == names.end() ? std::nullopt : std::optional(found->second);
}

void want_part(Wanted& wanted, Part part, bool is_wanted) {
  if (part == Part::console) wanted.console = is_wanted;
  if (part == Part::inspector) wanted.inspector = is_wanted;
  if (part == Part::timeline) wanted.timeline = is_wanted;
  if (part == Part::notes) wanted.notes = is_wanted;
}

Form form_of(const WindowShape& shape) {
  const float width = shape.width / shape.unit;
  const float height = shape.height / shape.unit;
  if (shape.presenter && wall_width(width, height, 1) >= smallest_wall) return Form::wall;
  if (width < narrow_from_width || height < narrow_from_height) return Form::single;
  const bool is_wide = width >= wide_from_width && height >= wide_from_height;
  return is_wide && !shape.presenter ? Form::wide : Form::narrow;
}

std::vector<Part> tabs_of(const WindowShape& shape) {
  std::vector<Part> tabs;
  const Form form = form_of(shape);
  if (form == Form::narrow || form == Form::single) {
    tabs = {Part::state, Part::mailbox, Part::inspector};
  }
  if (form == Form::single) tabs.push_back(Part::traffic);
  if (form == Form::single && shape.lesson) tabs.push_back(Part::lesson);
  return tabs;
}

WindowLayout lay_out(const WindowShape& shape, const Shares& shares) {
  WindowLayout layout = [&] {
    switch (form_of(shape)) {
      case Form::wall:
        return Wall(shape).build();
      case Form::narrow:
      case Form::single:
        return Narrow(shape).build();
      case Form::wide:
        break;
    }
    return Wide(shape, shares).build();
  }();
  layout.form = form_of(shape);
  layout.tabs = tabs_of(shape);
  return layout;
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
