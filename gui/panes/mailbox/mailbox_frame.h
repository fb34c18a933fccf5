// What stands around a mailbox's tables: whose belief it is, and the words where nothing is open.
#pragma once

#include "gui/imgui/widgets.h"
#include "gui/scene/scene.h"

namespace imapscope::gui {

/// Whose belief is shown, at the heading's right; a click goes on to the next client.
void draw_seen_by(const Scene& scene, const Lane& lane, Intents& intents);

/// `lane`: null where no client has connected yet.
void draw_nothing_open(const Scene& scene, const PaneArea& area, const Lane* lane);

}  // namespace imapscope::gui
