// obey: the only place that obeys an intent.
#pragma once

#include "gui/app/intent.h"
#include "gui/app/state.h"

namespace imapscope::gui {

void obey(const Intents& intents, State& state);

}  // namespace imapscope::gui
