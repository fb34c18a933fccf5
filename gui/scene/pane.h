// Pane: a part of the window. Its own small state, and draw(scene, intents); no pane knows another.
// A new pane is one file in gui/panes/ and one row in gui/app/pane_table.cpp (gui/README.md).
#pragma once

#include "gui/scene/intent.h"
#include "gui/scene/scene.h"

namespace imapscope::gui {

class Pane {
 public:
  virtual ~Pane() = default;
  /// Draws into the current ImGui window, which has the pane's place and size, no frame and no
  /// padding.
  virtual void draw(const Scene& scene, Intents& intents) = 0;
};

}  // namespace imapscope::gui
