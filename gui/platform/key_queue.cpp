#include "gui/platform/key_queue.h"

#include <algorithm>

#include "gui/imgui/compat.h"

namespace imapscope::gui {

std::vector<KeyEvent> KeyQueue::take() {
  auto end = events_.begin();
  const auto has_changed = [&](const KeyEvent& event) {
    return std::any_of(events_.begin(), end,
                       [&](const KeyEvent& other) { return other.key == event.key; });
  };
  while (end != events_.end() && (compat::has_input_queue || !has_changed(*end))) ++end;
  std::vector<KeyEvent> taken(events_.begin(), end);
  events_.erase(events_.begin(), end);
  return taken;
}

}  // namespace imapscope::gui
