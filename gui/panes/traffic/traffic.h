// The traffic ladder: every line on its way between a client and the server, time running down.
#pragma once

#include <cstddef>
#include <vector>

#include "gui/panes/traffic/traffic_paint.h"
#include "gui/panes/traffic/traffic_rows.h"
#include "gui/scene/pane.h"

namespace imapscope::gui {

class TrafficPane : public Pane {
 public:
  void draw(const Scene& scene, Intents& intents) override;

 private:
  /// Where the ladder itself stands this frame.
  struct Body {
    Rect area;
    LanePlaces places;
    std::size_t departed = 0;
    float origin = 0;  ///< the frame's y of the ladder's top
  };
  Body lay_out(const Scene& scene, Rect area);
  /// How much of the ladder there is to see, in pixels from its top.
  float content_height(const Scene& scene, std::size_t departed) const;
  /// Keeps the play head in view until the viewer scrolls, and again as soon as something happens.
  float scroll(const Scene& scene, float content, float height);
  std::vector<TrafficPaint::ShownLabel> paint(const Scene& scene, const Body& body);
  void paint_play_head(const Scene& scene, const Body& body, TrafficPaint& paint);
  void answer(const Scene& scene, const Body& body,
              const std::vector<TrafficPaint::ShownLabel>& labels, Intents& intents);

  TrafficRows rows_;
  float held_back_ = 0;      // by how much the viewer scrolled up from the play head, in pixels
  std::size_t moments_ = 0;  // when that was
};

}  // namespace imapscope::gui
