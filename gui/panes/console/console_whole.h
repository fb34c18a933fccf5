// The whole of a line that is longer than its field, above it, with the place of its cursor.
#pragma once

#include <cstddef>
#include <string_view>

#include "gui/panes/console/console_parts.h"

namespace imapscope::gui {

/// How high it is, in design pixels; no more than a few rows.
[[nodiscard]] float whole_height(const Theme& theme, std::string_view text, float width);

/// Where not all has room, the rows around the cursor.
void draw_whole(const Theme& theme, ConsoleArea area, std::string_view text, std::size_t cursor,
                Color client);

}  // namespace imapscope::gui
