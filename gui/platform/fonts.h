// The two faces, baked at the sizes they are shown at.
//
// Zooming rebuilds the atlas instead of stretching it, so that type stays sharp from 75 % on a
// laptop to presenter mode on a projector.
#pragma once

#include "gui/scene/theme.h"

struct ImFontAtlas;

namespace imapscope::gui {

/// How large the faces are wanted.
struct FontScale {
  float layout = 1;   ///< Theme::scale: design pixels to the window's pixels
  TypeSizes type;     ///< in design pixels
  float density = 1;  ///< pixels of the framebuffer to one of the window (2 on a Retina display)

  bool operator==(const FontScale&) const = default;
};

/// Empties `atlas` and fills it with every role's face. Glyphs: Latin, Cyrillic, punctuation and
/// arrows. Must run between frames; whoever renders uploads the texture afterwards.
/// `atlas` owns the faces; they are valid until the next bake.
Faces bake_faces(ImFontAtlas& atlas, FontScale scale);

}  // namespace imapscope::gui
