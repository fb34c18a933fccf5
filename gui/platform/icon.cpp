#include "gui/platform/icon.h"

#include <algorithm>
#include <cmath>

#include "gui/scene/theme.h"

namespace imapscope::gui {
namespace {

/// The icon is drawn on a square of 16 units.
constexpr float units = 16;
constexpr int samples = 4;  // of a pixel, each way

struct Point {
  float x;
  float y;
};

bool in_rounded_square(Point p) {
  constexpr float radius = 3.5F;
  const float x = std::max(std::abs(p.x - units / 2) - (units / 2 - radius), 0.0F);
  const float y = std::max(std::abs(p.y - units / 2) - (units / 2 - radius), 0.0F);
  return x * x + y * y <= radius * radius;
}

bool in_lane(Point p, float x) {
  return std::abs(p.x - x) <= 0.7F && p.y >= 2.5F && p.y <= 13.5F;
}

/// From `from` to `to`, whichever lies right.
bool in_arrow(Point p, float from, float to, float y) {
  constexpr float head = 3.2F;
  const float along = to > from ? p.x - from : from - p.x;
  const float left = std::abs(to - from) - along;  // to the point of the arrow
  if (along < 0 || left < 0) return false;
  const float half = left < head ? left * 0.75F : 0.8F;
  return std::abs(p.y - y) <= half;
}

/// Nothing: transparent.
const Color* color_at(Point p, const Palette& colors) {
  constexpr float left = 3.4F;
  constexpr float right = 12.6F;
  if (!in_rounded_square(p)) return nullptr;
  if (in_arrow(p, left + 1.2F, right - 0.9F, 5.6F)) return &colors.clients[0];
  if (in_arrow(p, right - 1.2F, left + 0.9F, 10.8F)) return &colors.clients[1];
  if (in_lane(p, left) || in_lane(p, right)) return &colors.dim;
  return &colors.raised;
}

/// One pixel, from the colours of its samples.
void paint(Image& image, int px, int py, const Palette& colors) {
  const float step = units / static_cast<float>(image.width * samples);
  int red = 0;
  int green = 0;
  int blue = 0;
  int covered = 0;
  for (int i = 0; i < samples * samples; ++i) {
    const float x = static_cast<float>(px * samples + i % samples) + 0.5F;
    const float y = static_cast<float>(py * samples + i / samples) + 0.5F;
    const Color* color = color_at({x * step, y * step}, colors);
    if (color == nullptr) continue;
    red += color->r;
    green += color->g;
    blue += color->b;
    ++covered;
  }
  if (covered == 0) return;
  const auto at = (static_cast<std::size_t>(py) * static_cast<std::size_t>(image.width) +
                   static_cast<std::size_t>(px)) *
                  4;
  image.rgba[at] = static_cast<std::uint8_t>(red / covered);
  image.rgba[at + 1] = static_cast<std::uint8_t>(green / covered);
  image.rgba[at + 2] = static_cast<std::uint8_t>(blue / covered);
  image.rgba[at + 3] = static_cast<std::uint8_t>(covered * 255 / (samples * samples));
}

}  // namespace

Image icon(int size) {
  Image image{size, size, {}};
  image.rgba.resize(static_cast<std::size_t>(size) * static_cast<std::size_t>(size) * 4);
  const Palette colors = palette(Brightness::dark);
  for (int y = 0; y < size; ++y) {
    for (int x = 0; x < size; ++x) paint(image, x, y, colors);
  }
  return image;
}

}  // namespace imapscope::gui
