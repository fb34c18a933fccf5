// The teacher's notes on the lesson's step, in a drawer below the ladder.
#pragma once

#include "gui/scene/pane.h"

namespace imapscope::gui {

class NotesPane : public Pane {
 public:
  void draw(const Scene& scene, Intents& intents) override;
};

}  // namespace imapscope::gui
