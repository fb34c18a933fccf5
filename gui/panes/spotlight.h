// The light that a teacher holds on a part of the window: all but a circle at the pointer is
// dimmed.
#pragma once

#include "gui/scene/scene.h"

namespace imapscope::gui {

/// Over everything, as long as the key is held; `width` and `height` of the window.
void draw_spotlight(const Scene& scene, float width, float height);

}  // namespace imapscope::gui
