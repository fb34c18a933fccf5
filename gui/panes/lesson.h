// The lesson pane: one heading, a short narration, and at most one question. A prediction is locked
// in before the wire goes on, and stays beside what happened.
#pragma once

#include <array>

#include "gui/scene/pane.h"

namespace imapscope::gui {

class LessonPane : public Pane {
 public:
  void draw(const Scene& scene, Intents& intents) override;

 private:
  std::array<char, 512> typed_{};
};

}  // namespace imapscope::gui
