// The state diagram for a tall, narrow place: one state below the other.
#pragma once

#include "gui/layout/diagram.h"

namespace imapscope::gui {

[[nodiscard]] bool wants_tall_diagram(const Rect& area, float scale);
/// What makes it wanted in a place as wide as this, and legible; 0: the place is too wide for it.
[[nodiscard]] float least_tall_height(float width, float scale);
[[nodiscard]] Diagram lay_out_tall_diagram(const Rect& area, float scale);

}  // namespace imapscope::gui
