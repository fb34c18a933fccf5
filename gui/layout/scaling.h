// How large things are: by the display, by the zoom, and in Present by the wall.
#pragma once

namespace imapscope::gui {

/// Sizes of type, and how far apart its lines stand; in design pixels, times `Scaling::scale`.
struct TypeSizes {
  float heading = 17;
  float body = 14;
  float wire = 13;
  float label = 12;
  float caption = 11;
  float body_line = 20.3F;
  float wire_line = 18;

  bool operator==(const TypeSizes&) const = default;
};

struct Scaling {
  float unit = 1;     ///< the window's pixels to a design pixel of the window: display × zoom
  float scale = 1;    ///< the same of distances and type; larger than `unit` on the wall
  bool wall = false;  ///< it is Present's own picture
  TypeSizes type;

  bool operator==(const Scaling&) const = default;
};

/// The width that Present is set for, in design pixels: of the largest 16:9 picture in the window.
[[nodiscard]] float wall_width(float width, float height, float unit);

/// Below this width Present has no room for a picture of its own, and is set like any small window.
inline constexpr float smallest_wall = 853;

/// A measure of Present, designed for pictures of 1280 and of 1920: in between, and beyond, on the
/// line through both; below 1280 in proportion.
[[nodiscard]] float on_the_wall(float at_1280, float at_1920, float wall_width);

/// `unit`: display × zoom; `width` and `height`: of the window, in its pixels.
[[nodiscard]] Scaling scaling(bool presenter, float unit, float width, float height);

}  // namespace imapscope::gui
