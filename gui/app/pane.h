// Pane: a part of the window. Its own small state, and draw(scene, intents); no pane knows another.
// A new pane is one file in gui/panes/ and one row in gui/app/pane_table.cpp (gui/README.md).
#pragma once

#include "gui/app/intent.h"
#include "gui/app/scene.h"

namespace imapscope::gui {

/// In pixels of the frame.
struct Rect {
  float x = 0;
  float y = 0;
  float width = 0;
  float height = 0;
};

class Pane {
 public:
  virtual ~Pane() = default;
  /// Draws into `area` of the current ImGui frame.
  virtual void draw(const Scene& scene, Rect area, Intents& intents) = 0;
};

}  // namespace imapscope::gui
