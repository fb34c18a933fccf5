// The strip of tabs that stands in a pane's heading where there is not room for all panes.
#pragma once

#include <map>
#include <span>
#include <string>

#include "gui/scene/scene.h"

namespace imapscope::gui {

class TabStrip {
 public:
  /// Draws into the current Dear ImGui window, which is the chosen pane's. A tab whose content
  /// changed since it was last shown wears a dot.
  void draw(const Scene& scene, std::span<const Part> tabs, Part chosen, Intents& intents);

 private:
  /// What each tab showed when it was last seen.
  std::map<Part, std::string> seen_;
  const observer::Timeline* timeline_ = nullptr;
};

/// Height of the strip, in design pixels.
inline constexpr float tab_strip = 34;

}  // namespace imapscope::gui
