// The state pane: RFC 3501 §3 as a small map, with a token for each session. A session that changes
// its state travels the edge, which lights up.
#pragma once

#include "gui/scene/pane.h"

namespace imapscope::gui {

class StatePane : public Pane {
 public:
  void draw(const Scene& scene, Intents& intents) override;
};

}  // namespace imapscope::gui
