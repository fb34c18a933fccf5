// The steps of a lesson as dots to jump by: what was made of each, and where one is. Right and
// wrong have a shape of their own, and what is not yet earned is a ring that cannot be pressed.
#pragma once

#include <imgui.h>

#include "gui/scene/scene.h"

namespace imapscope::gui {

/// Whether the toolbar has room for them; else they stand in the lesson's heading.
[[nodiscard]] bool toolbar_has_dots(const Theme& theme);

/// Dots of `lesson` in `room`, all of them; a design pitch where there is room for it.
[[nodiscard]] float step_dots_width(const Theme& theme, const LessonText& lesson, float room);

/// Of the scene's lesson. `left_middle`: where they begin, and their middle. `width`: as
/// step_dots_width gave it.
void draw_step_dots(const Scene& scene, ImVec2 left_middle, float width, Intents& intents);

}  // namespace imapscope::gui
