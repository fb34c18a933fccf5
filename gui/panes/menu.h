// The menu under "More": what a narrow window's toolbar has no room for.
#pragma once

#include "gui/scene/scene.h"

namespace imapscope::gui {

/// A list below the toolbar's right end, over everything; `width` of the window.
void draw_menu(const Scene& scene, float width, Intents& intents);

}  // namespace imapscope::gui
