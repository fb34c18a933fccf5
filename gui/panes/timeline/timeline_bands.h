// How a band of the timeline looks: a stretch in its state's colour, and the state's name where
// there is room for it.
#pragma once

#include <imgui.h>

#include <span>

#include "gui/scene/scene.h"
#include "sim/observer/timeline.h"

namespace imapscope::gui {

/// Where a band stands, in the window's pixels.
struct BandPlace {
  float from = 0;
  float to = 0;
  float head = 0;  ///< the play head: what lies behind it is paler
  float middle = 0;
  float thickness = 0;
};

/// `marks`: where marks cross the band's lane, ascending; the name stands clear of them.
void draw_band(ImDrawList& draw, const Scene& scene, const observer::Band& band,
               const BandPlace& place, std::span<const float> marks);

}  // namespace imapscope::gui
