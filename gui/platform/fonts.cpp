#include "gui/platform/fonts.h"

#include <imgui.h>

#include <cmath>
#include <span>

#include "embedded/inter_regular.h"
#include "embedded/inter_semi_bold.h"
#include "embedded/jetbrains_mono_bold.h"
#include "embedded/jetbrains_mono_regular.h"

namespace imapscope::gui {
namespace {

using FaceBytes = std::span<const unsigned char>;

/// Pairs of first and last code point. Dear ImGui before 1.92 bakes exactly these; it keeps the
/// pointer, so the array must outlive the atlas.
constexpr ImWchar glyph_ranges[] = {
    0x0020, 0x017f,  // Basic Latin to Latin Extended-A
    0x0400, 0x045f,  // Cyrillic: Russian, Ukrainian, Belarusian, Bulgarian, Serbian, Macedonian
    0x0490, 0x0491,  // Cyrillic: ghe with upturn
    0x2010, 0x2027,  // dashes, quotes, bullet, ellipsis
    0x2030, 0x203a,  // per mille, primes, angle quotes
    0x2116, 0x2116,  // numero sign
    0x2190, 0x2199,  // arrows
    0x2212, 0x2212,  // minus
    0xfffd, 0xfffd,  // replacement character
    0,
};

/// Above this size the third of a pixel that oversampling buys cannot be seen any more.
constexpr float oversampled_below = 28;

/// What `size` (the em, as designers count) is for Dear ImGui, which counts from ascent to descent.
struct Face {
  FaceBytes bytes;
  float line_per_em;
};

ImFont* bake(ImFontAtlas& atlas, const Face& face, float design_size, FontScale scale) {
  const float size = design_size * face.line_per_em * scale.layout;
  ImFontConfig config;
  config.FontDataOwnedByAtlas = false;
  config.OversampleV = 1;
  const int oversample = size * scale.density < oversampled_below ? 2 : 1;
  config.OversampleH = static_cast<decltype(config.OversampleH)>(oversample);
  config.PixelSnapH = false;
  // AddFont wants a mutable pointer, and with FontDataOwnedByAtlas off only ever reads from it.
  void* bytes = const_cast<unsigned char*>(face.bytes.data());
  const int length = static_cast<int>(face.bytes.size());
#if IMGUI_VERSION_NUM >= 19198
  return atlas.AddFontFromMemoryTTF(bytes, length, size, &config, glyph_ranges);
#else
  const float baked = std::round(size * scale.density);
  ImFont* font = atlas.AddFontFromMemoryTTF(bytes, length, baked, &config, glyph_ranges);
  font->Scale = 1 / scale.density;
  return font;
#endif
}

}  // namespace

Faces bake_faces(ImFontAtlas& atlas, FontScale scale) {
  atlas.Clear();
  atlas.Flags |= ImFontAtlasFlags_NoPowerOfTwoHeight;
  const Face regular{embedded::inter_regular(), 1.21F};
  const Face semi_bold{embedded::inter_semi_bold(), 1.21F};
  const Face mono{embedded::jetbrains_mono_regular(), 1.32F};
  const Face mono_bold{embedded::jetbrains_mono_bold(), 1.32F};
  Faces faces;
  faces.body = bake(atlas, regular, scale.type.body, scale);  // first: Dear ImGui's default
  faces.heading = bake(atlas, semi_bold, scale.type.heading, scale);
  faces.strong = bake(atlas, semi_bold, scale.type.body, scale);
  faces.label = bake(atlas, regular, scale.type.label, scale);
  faces.label_strong = bake(atlas, semi_bold, scale.type.label, scale);
  faces.caption = bake(atlas, regular, scale.type.caption, scale);
  faces.wire = bake(atlas, mono, scale.type.wire, scale);
  faces.wire_strong = bake(atlas, mono_bold, scale.type.wire, scale);
  faces.number = bake(atlas, mono, scale.type.label, scale);
  faces.body_line = std::round(scale.type.body_line * scale.layout);
  faces.wire_line = std::round(scale.type.wire_line * scale.layout);
#if IMGUI_VERSION_NUM < 19198
  atlas.Build();
#endif
  return faces;
}

}  // namespace imapscope::gui
