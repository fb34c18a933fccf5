// What the console may do at the play head: where a line goes, what is wanted, and what can be
// known there for completing it.
#pragma once

#include "gui/app/document.h"
#include "gui/scene/scene.h"

namespace imapscope::gui {

/// `scene` has its timeline, play head, beliefs and lanes already. `lane`: the client that would
/// speak; null where there is none.
[[nodiscard]] ConsoleInfo console_of(const Document& document, const Scene& scene,
                                     const Lane* lane);

}  // namespace imapscope::gui
