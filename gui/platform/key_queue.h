// KeyQueue: keys and the characters that they make, in the order in which they came, handed on so
// that none is lost or taken for another.
//
// Dear ImGui 1.86 sees only which keys are down as a frame begins, and modifiers must not change
// before that frame ends. So a frame takes events until one is about a key that has changed in it
// already, or a modifier that changes behind a stroke: who lets go of Shift before the R has meant
// Shift R. Nor may a character come in the frame of the Enter before it: a text field takes the
// characters of a frame first, and it would stand in the line that was sent. That one and all
// behind it wait for the next frame. Later versions do this themselves.
//
// In any version what comes behind Esc waits, too: it is no longer for the field that Esc leaves.
#pragma once

#include <vector>

namespace imapscope::gui {

/// As GLFW's callbacks for keys and for characters have it.
struct KeyEvent {
  int key;
  int scancode;
  int action;
  int mods;
  unsigned int character = 0;  ///< not 0: it is one, and no key
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
