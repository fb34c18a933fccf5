// What the scene says of branches: their names, where the current one left its parent, and what the
// other future holds.
#pragma once

#include "gui/app/document/document.h"
#include "gui/scene/scene.h"

namespace imapscope::gui {

/// Fills in the scene's branches; its lanes are there already.
void make_branches(const Document& document, Scene& scene);

}  // namespace imapscope::gui
