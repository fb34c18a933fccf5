// The other future on the timeline: what the branch beside the current one went on to, below its
// own bands and joined to them where the two parted; and the cover over what is not earned yet.
#pragma once

#include <imgui.h>

#include <functional>

#include "gui/layout/rect.h"
#include "gui/scene/scene.h"

namespace imapscope::gui {

/// Where it stands, in the window's pixels.
struct FuturePlace {
  Rect area;                                    ///< below the bands, as wide as the axis
  float bands_top = 0;                          ///< of the current branch's own bands
  float bands_bottom = 0;                       ///< of them
  std::function<float(observer::ShownTime)> x;  ///< of the axis
};

/// The height it wants at 100 % for so many sessions.
[[nodiscard]] float future_height(std::size_t lanes);

void draw_future(const Scene& scene, const FuturePlace& place);

/// A dashed box over what is not known yet; its words where they fit.
void draw_unseen(const Scene& scene, const Rect& area);

}  // namespace imapscope::gui
