// KeyQueue: key events in the order in which they came, handed on so that none is lost.
//
// Dear ImGui 1.86 sees only which keys are down as a frame begins, and modifiers must not change
// before that frame ends. So a frame takes events until one is about a key that has changed in it
// already, or a modifier that changes behind a stroke: who lets go of Shift before the R has meant
// Shift R. That one and all behind it wait for the next frame. Later versions do this themselves.
#pragma once

#include <vector>

namespace imapscope::gui {

/// As GLFW's key callback has it.
struct KeyEvent {
  int key;
  int scancode;
  int action;
  int mods;
};

class KeyQueue {
 public:
  void add(const KeyEvent& event) { events_.push_back(event); }
  [[nodiscard]] bool empty() const { return events_.empty(); }
  /// What the frame that is about to begin shall see.
  [[nodiscard]] std::vector<KeyEvent> take();

 private:
  std::vector<KeyEvent> events_;
};

}  // namespace imapscope::gui
