#include "gui/platform/key_queue.h"

#include <GLFW/glfw3.h>

#include <algorithm>

#include "gui/imgui/compat.h"

namespace imapscope::gui {
namespace {

bool is_modifier(const KeyEvent& event) {
  return event.character == 0 && event.key >= GLFW_KEY_LEFT_SHIFT &&
         event.key <= GLFW_KEY_RIGHT_SUPER;
}

bool is_enter(const KeyEvent& event) {
  return event.key == GLFW_KEY_ENTER || event.key == GLFW_KEY_KP_ENTER;
}

/// Esc leaves a text field: what comes behind it is meant for the window.
bool leaves_field(const KeyEvent& event) {
  return event.character == 0 && event.key == GLFW_KEY_ESCAPE && event.action != GLFW_RELEASE;
}

/// Whether an event that came later would change what `before` means, if one frame saw both.
bool must_wait_for(const KeyEvent& event, const KeyEvent& before) {
  if (before.character != 0) return false;
  if (event.character != 0) return is_enter(before) && before.action != GLFW_RELEASE;
  const bool is_stroke = before.action != GLFW_RELEASE && !is_modifier(before);
  return event.key == before.key || (is_modifier(event) && is_stroke);
}

}  // namespace

std::vector<KeyEvent> KeyQueue::take() {
  auto end = events_.begin();
  const auto waits = [&](const KeyEvent& event) {
    return std::any_of(events_.begin(), end, [&](const KeyEvent& before) {
      return leaves_field(before) || (!compat::has_input_queue && must_wait_for(event, before));
    });
  };
  while (end != events_.end() && !waits(*end)) ++end;
  std::vector<KeyEvent> taken(events_.begin(), end);
  events_.erase(events_.begin(), end);
  return taken;
}

}  // namespace imapscope::gui
