#include "gui/scene/theme.h"

#include <algorithm>
#include <cmath>

namespace imapscope::gui {
namespace {

constexpr Palette dark{
    .ground = rgb(0x11151b),
    .pane = rgb(0x171c24),
    .raised = rgb(0x1d2430),
    .hairline = rgb(0x2a3342),
    .text = rgb(0xe6ebf2),
    .dim = rgb(0x9aa7ba),
    .faint = rgb(0x8593aa),
    .clients = {rgb(0x56b4e9), rgb(0xc79af5), rgb(0x7fd1ae), rgb(0xe8a87c)},
    .server = rgb(0xc9d3e0),
    .ok = rgb(0x3ecf8e),
    .no = rgb(0xe8864a),
    .bad = rgb(0xff6b81),
    .bye = rgb(0x9aa7ba),
    .highlight = rgb(0xffd166),
    .selection = rgb(0x26405a),
    .hatch = rgb(0x445066),
    .band_authenticated = rgb(0x566a82),
    .band_selected = rgb(0x2f6f8f),
};

constexpr Palette light{
    .ground = rgb(0xf3f5f8),
    .pane = rgb(0xffffff),
    .raised = rgb(0xf6f8fb),
    .hairline = rgb(0xd8dee8),
    .text = rgb(0x1a2230),
    .dim = rgb(0x56627a),
    .faint = rgb(0x5f6b80),
    .clients = {rgb(0x0067a8), rgb(0x7b3fc4), rgb(0x0a7d6a), rgb(0xa0522d)},
    .server = rgb(0x3d4a5e),
    .ok = rgb(0x0a7d4f),
    .no = rgb(0x9a5b00),
    .bad = rgb(0xb3123a),
    .bye = rgb(0x5d6879),
    .highlight = rgb(0xb0006a),
    .selection = rgb(0xdcebfa),
    .hatch = rgb(0xb4bfd0),
    .band_authenticated = rgb(0x7f8ea6),
    .band_selected = rgb(0x4f98bd),
};

/// The share by which the past is drawn towards the pane, where contrast allows it.
constexpr double past_share = 0.4;

std::uint8_t mix_channel(std::uint8_t from, std::uint8_t to, double share) {
  return static_cast<std::uint8_t>(std::lround(from + (to - from) * share));
}

/// One sRGB channel as a share of light (WCAG 2, relative luminance).
double linear(std::uint8_t channel) {
  const double c = channel / 255.0;
  return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

double luminance(Color c) {
  return 0.2126 * linear(c.r) + 0.7152 * linear(c.g) + 0.0722 * linear(c.b);
}

}  // namespace

Color mix(Color from, Color to, double share) {
  return {mix_channel(from.r, to.r, share), mix_channel(from.g, to.g, share),
          mix_channel(from.b, to.b, share), mix_channel(from.a, to.a, share)};
}

Color with_opacity(Color color, double opacity) {
  color.a = static_cast<std::uint8_t>(std::lround(std::clamp(opacity, 0.0, 1.0) * 255.0));
  return color;
}

double contrast(Color a, Color b) {
  const double la = luminance(a);
  const double lb = luminance(b);
  return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

Color fade(Color ink, Color ground, double share, double minimum) {
  constexpr double step = 0.02;
  for (double s = share; s > 0; s -= step) {
    const Color faded_ink = mix(ink, ground, s);
    if (contrast(faded_ink, ground) >= minimum) return faded_ink;
  }
  return ink;
}

const Palette& palette(Brightness brightness) {
  return brightness == Brightness::dark ? dark : light;
}

Palette faded(const Palette& palette) {
  Palette past = palette;
  const auto towards_pane = [&](Color& ink) {
    ink = fade(ink, palette.pane, past_share, text_contrast);
  };
  for (Color* ink : {&past.text, &past.dim, &past.faint, &past.server, &past.ok, &past.no,
                     &past.bad, &past.bye}) {
    towards_pane(*ink);
  }
  for (Color& client : past.clients) towards_pane(client);
  return past;
}

float zoom_step(float zoom, int direction) {
  constexpr std::array steps{0.75F, 0.9F, 1.0F, 1.1F, 1.25F, 1.5F, 1.75F, 2.0F, 2.5F, 3.0F};
  constexpr float same = 0.01F;
  if (direction > 0) {
    const auto* next =
        std::find_if(steps.begin(), steps.end(), [&](float step) { return step > zoom + same; });
    return next == steps.end() ? zoom_max : *next;
  }
  float below = zoom_min;
  for (const float step : steps) {
    if (step < zoom - same) below = step;
  }
  return below;
}

float Theme::px(float design) const {
  return std::max(design > 0 ? 1.0F : 0.0F, std::round(design * scale));
}

Theme make_theme(Brightness brightness, float scale, bool presenter, bool motion) {
  return make_theme(brightness, Scaling{scale, scale, false, {}}, presenter, motion);
}

Theme make_theme(Brightness brightness, const Scaling& scaling, bool presenter, bool motion) {
  Theme theme;
  theme.brightness = brightness;
  theme.now = palette(brightness);
  theme.past = faded(theme.now);
  theme.unit = scaling.unit;
  theme.wall = scaling.wall;
  theme.scale = scaling.scale;
  theme.presenter = presenter;
  theme.motion = motion;
  return theme;
}

}  // namespace imapscope::gui
