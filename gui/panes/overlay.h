// Overlays: what stands above the panes for a while. A sentence for the viewer, and the page of
// keys.
#pragma once

#include "gui/scene/scene.h"

namespace imapscope::gui {

void draw_overlays(const Scene& scene, float width, float height, Intents& intents);

}  // namespace imapscope::gui
