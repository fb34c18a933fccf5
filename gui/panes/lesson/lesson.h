// The lesson pane: one heading, a short narration, and at most one question. A prediction is locked
// in before the wire goes on, and stays beside what happened until the viewer goes on.
#pragma once

#include <array>
#include <cstddef>

#include "gui/scene/pane.h"

namespace imapscope::gui {

class LessonPane : public Pane {
 public:
  void draw(const Scene& scene, Intents& intents) override;

 private:
  /// What the frame before showed: what is new begins in view.
  struct Shown {
    std::size_t step = 0;
    bool question = false;
    bool turned_out = false;
    bool operator==(const Shown&) const = default;
  };

  std::array<char, 512> typed_{};
  Shown shown_;
};

}  // namespace imapscope::gui
