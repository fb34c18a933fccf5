// The state diagram of POP3 or SMTP: a chain, read off the table of edges. What leads on goes down
// the middle, what leads back up the left, what leaves down the right.
#pragma once

#include "gui/layout/diagram.h"

namespace imapscope::gui {

[[nodiscard]] Diagram lay_out_chain(const Rect& area, float scale, Protocol protocol);

/// Lower than this, boxes would lie upon each other.
[[nodiscard]] float least_chain_height(float scale, Protocol protocol);

}  // namespace imapscope::gui
