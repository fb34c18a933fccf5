// The toolbar: what is open, the transport, and how it is shown.
#pragma once

#include "gui/scene/pane.h"

namespace imapscope::gui {

class ToolbarPane : public Pane {
 public:
  void draw(const Scene& scene, Intents& intents) override;
};

}  // namespace imapscope::gui
