// obey: the only place that obeys an intent.
#pragma once

#include "gui/app/intent.h"
#include "gui/app/window_state.h"

namespace imapscope::gui {

void obey(const Intents& intents, WindowState& state);

}  // namespace imapscope::gui
