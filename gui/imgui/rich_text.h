// Rich text: the light markup of lessons and explanations, drawn. `code` in backquotes wears the
// wire's face,
// **strong** the semi-bold one, an empty line begins a paragraph.
#pragma once

#include <imgui.h>

#include <string_view>

#include "gui/scene/theme.h"

namespace imapscope::gui {

/// Draws `text` wrapped into `width`; gives back the height it took.
float draw_rich_text(ImDrawList& draw, const Theme& theme, ImVec2 at, float width, Color color,
                     std::string_view text);
/// The height that it would take.
float rich_text_height(const Theme& theme, float width, std::string_view text);

/// Draws the text on one line, with an ellipsis where `width` ends it. A paragraph is no new line.
void draw_rich_line(ImDrawList& draw, const Theme& theme, ImVec2 middle, float width, Color color,
                    std::string_view text);

}  // namespace imapscope::gui
