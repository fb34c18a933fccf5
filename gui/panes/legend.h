// How to read the picture: each mark of ladder, timeline, mailbox and diagram with a line of words,
// drawn with what the picture itself is drawn with.
#pragma once

#include <imgui.h>

#include "gui/scene/scene.h"

namespace imapscope::gui {

/// The page, in a window of this size.
void draw_legend(const Scene& scene, ImVec2 window, Intents& intents);

}  // namespace imapscope::gui
