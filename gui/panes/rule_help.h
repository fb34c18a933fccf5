// The page about a rule that the explained line breaks or bends.
#pragma once

#include <imgui.h>

#include "gui/scene/scene.h"

namespace imapscope::gui {

/// The page, in a window of this size.
void draw_rule_help(const Scene& scene, ImVec2 window, Intents& intents);

}  // namespace imapscope::gui
