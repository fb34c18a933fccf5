// The inspector: one line, token by token. What each token is, why the line is here, and where the
// standard says so.
#pragma once

#include "gui/scene/pane.h"

namespace imapscope::gui {

class InspectorPane : public Pane {
 public:
  void draw(const Scene& scene, Intents& intents) override;
};

}  // namespace imapscope::gui
