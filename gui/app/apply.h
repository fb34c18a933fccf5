// obey: the only place that obeys an intent.
#pragma once

#include "gui/app/window_state.h"
#include "gui/scene/intent.h"

namespace imapscope::gui {

/// Files are opened through `files`.
void obey(const Intents& intents, WindowState& state, const Files& files);

}  // namespace imapscope::gui
