#include "gui/layout/scaling.h"

#include <algorithm>

namespace imapscope::gui {
namespace {

constexpr float small_wall = 1280;
constexpr float large_wall = 1920;
constexpr float padding = 16;  // the design pixels that all distances are measured by

/// What a size in pixels is in design pixels, so that all faces are baked at one scale.
float design(float at_1280, float at_1920, float wall, float distances) {
  return on_the_wall(at_1280, at_1920, wall) / distances;
}

}  // namespace

float wall_width(float width, float height, float unit) {
  return std::min(width, height * 16 / 9) / unit;
}

float on_the_wall(float at_1280, float at_1920, float wall_width) {
  if (wall_width < small_wall) return at_1280 * wall_width / small_wall;
  return at_1280 + (at_1920 - at_1280) * (wall_width - small_wall) / (large_wall - small_wall);
}

Scaling scaling(bool presenter, float unit, float width, float height) {
  const float wall = wall_width(width, height, unit);
  if (!presenter || wall < smallest_wall) return {unit, unit, false, {}};
  const float distances = on_the_wall(20, 28, wall) / padding;
  return {.unit = unit,
          .scale = unit * distances,
          .wall = true,
          .type = {.heading = design(26, 34, wall, distances),
                   .body = design(21, 27, wall, distances),
                   .wire = design(20, 26, wall, distances),
                   .label = design(17, 21, wall, distances),
                   .caption = design(15, 18, wall, distances),
                   .body_line = design(29, 38, wall, distances),
                   .wire_line = design(26, 36, wall, distances)}};
}

}  // namespace imapscope::gui
