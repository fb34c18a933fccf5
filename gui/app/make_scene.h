// SceneMaker: the scene of this frame, from the state. Keeps what is dear to compute for as long as
// it holds.
#pragma once

#include <map>
#include <optional>
#include <utility>

#include "gui/app/scene.h"
#include "gui/app/window_state.h"
#include "sim/world/xray.h"

namespace imapscope::gui {

class SceneMaker {
 public:
  /// `theme` and `state` must live as long as the scene.
  [[nodiscard]] Scene make(const WindowState& state, const Theme& theme);

 private:
  struct Explained {
    const observer::Timeline* timeline;
    observer::LineId line;
    std::size_t lines;  // of the timeline, when it was explained: a later line may complete it
    observer::Explanation explanation;
  };
  struct Seen {
    const Recording* recording;
    std::size_t moments;
    std::size_t known;  // moments of the recording
    world::Xray xray;
  };

  const observer::Explanation* explain(const Recording& recording, observer::LineId line);
  std::optional<XrayView> xray(const Recording& recording, std::size_t moments,
                               trace::ConnectionId client, std::optional<Seen>& seen);

  std::optional<Explained> explained_;
  std::optional<Seen> xray_now_;
  std::optional<Seen> xray_before_;
};

}  // namespace imapscope::gui
