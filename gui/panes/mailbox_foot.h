// What stands beside and below the tables of the mailbox pane: the card of what the server owes,
// and the cover over what is not to be seen yet.
#pragma once

#include <imgui.h>

#include <string>
#include <vector>

#include "gui/scene/theme.h"

namespace imapscope::gui {

[[nodiscard]] float owed_card_height(const Theme& theme, const std::vector<std::string>& lines,
                                     float width);
/// Of many lines the last that is shown counts the others.
void draw_owed(const Theme& theme, const std::vector<std::string>& lines, const std::string& client,
               ImVec2 min, float width);

/// A dashed box in the place of X-ray and owed lines.
void draw_xray_cover(const Theme& theme, ImVec2 min, ImVec2 size);

}  // namespace imapscope::gui
