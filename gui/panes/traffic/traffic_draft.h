// The literal that is being typed, on the ladder: a dashed arrow below the server's `+`.
#pragma once

#include <imgui.h>

#include "gui/layout/ladder.h"
#include "gui/scene/scene.h"

namespace imapscope::gui {

/// The height that it takes below the rows; 0: no literal is being typed at the play head.
[[nodiscard]] float draft_height(const Scene& scene);

/// `top`: where the rows end, in the frame.
void draw_draft(const Scene& scene, const LanePlaces& places, ImDrawList& draw, float top);

}  // namespace imapscope::gui
