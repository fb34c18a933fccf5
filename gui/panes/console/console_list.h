// The docked list above the console's line: what may stand there, and what the current argument
// means. It covers nothing; the console grows for it.
#pragma once

#include <optional>

#include "gui/layout/completion.h"
#include "gui/panes/console/console_parts.h"

namespace imapscope::gui {

/// `marked`: the candidate that Tab has put into the line; gives back one that was clicked.
std::optional<std::size_t> draw_console_list(const Scene& scene, ConsoleArea area,
                                             const Completion& completion,
                                             std::optional<std::size_t> marked);

}  // namespace imapscope::gui
