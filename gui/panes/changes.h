// What just changed, for every pane that shows it moving: the newest line that landed at a client,
// and how long ago in presentation time.
#pragma once

#include <optional>
#include <vector>

#include "gui/scene/scene.h"

namespace imapscope::gui {

struct NewestLanding {
  const observer::Line* line = nullptr;
  double since_s = 0;          ///< since it landed
  double since_settled_s = 0;  ///< since its rest was over; negative during it
};

/// Nothing before the first landing.
[[nodiscard]] std::optional<NewestLanding> newest_landing(const Scene& scene);

/// The newest landing at this client; effects of older ones have settled.
[[nodiscard]] std::optional<NewestLanding> newest_landing_at(const Scene& scene,
                                                             trace::ConnectionId connection);

}  // namespace imapscope::gui
