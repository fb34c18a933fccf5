// What was done to a session of one's own, as marks on the timeline's axis: mail, a client that
// came or went, another network.
#pragma once

#include <imgui.h>

#include <functional>

#include "gui/scene/scene.h"

namespace imapscope::gui {

/// A mark of this kind around `middle`, on a ground of its own.
void draw_input(ImDrawList& draw, const Theme& theme, InputMark::Kind kind, ImVec2 middle,
                Color color);

/// All of the scene's, at `y`; under the pointer each says what was done and when.
void draw_inputs(const Scene& scene, float y, const std::function<float(observer::ShownTime)>& x);

}  // namespace imapscope::gui
