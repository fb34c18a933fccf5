// Keys: every action has one. They act on the whole window unless a text field has the focus; Esc
// leaves it.
#pragma once

#include <span>
#include <string_view>

#include "gui/scene/scene.h"

namespace imapscope::gui {

void keys(const Scene& scene, Intents& intents);

}  // namespace imapscope::gui
