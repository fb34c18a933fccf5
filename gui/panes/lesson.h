// The lesson pane: one heading, a short narration, and at most one question. A prediction is locked
// in before the wire goes on, and stays beside what happened.
#pragma once

#include <array>
#include <cstddef>

#include "gui/scene/pane.h"

namespace imapscope::gui {

class LessonPane : public Pane {
 public:
  void draw(const Scene& scene, Intents& intents) override;

 private:
  std::array<char, 512> typed_{};
  std::size_t shown_step_ = 0;  ///< whose question the frame before showed; 0: none
};

}  // namespace imapscope::gui
