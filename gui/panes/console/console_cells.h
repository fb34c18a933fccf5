// The octets of a literal one by one, each in a cell of its own, or their number where they are
// many.
#pragma once

#include "gui/layout/octets.h"
#include "gui/panes/console/console_parts.h"

namespace imapscope::gui {

/// How wide they are at the right of `area`, beside a field.
[[nodiscard]] float cells_width(const Theme& theme, ConsoleArea area, std::uint64_t wanted);

void draw_cells(const Theme& theme, ConsoleArea area, const OctetCount& count);

}  // namespace imapscope::gui
