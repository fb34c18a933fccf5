// What stands beside and below the tables of the mailbox pane: the card of what the server owes,
// and the cover over what is not to be seen yet.
#pragma once

#include <imgui.h>

#include <string>
#include <vector>

#include "gui/scene/scene.h"

namespace imapscope::gui {

/// Of the lines that the scene's X-ray says are owed.
[[nodiscard]] float owed_card_height(const Scene& scene, float width);
/// Of many lines the last that is shown counts the others.
void draw_owed(const Scene& scene, const std::string& client, ImVec2 min, float width);

/// A dashed box in the place of X-ray and owed lines.
void draw_xray_cover(const Scene& scene, ImVec2 min, ImVec2 size);

}  // namespace imapscope::gui
