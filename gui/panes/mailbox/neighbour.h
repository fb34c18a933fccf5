// What a client of POP3 or SMTP knows, in the place of the mailbox: the maildrop that it empties,
// or the mail that it hands over.
#pragma once

#include "gui/imgui/widgets.h"
#include "gui/scene/scene.h"

namespace imapscope::gui {

/// Draws the whole pane, where the client whose belief is shown speaks one of the two; else false.
[[nodiscard]] bool draw_neighbour(const Scene& scene, Intents& intents);

}  // namespace imapscope::gui
