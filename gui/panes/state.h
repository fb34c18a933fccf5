// The state pane: RFC 3501 §3 as a small map, with a token for each session. A session that changes
// its state travels the edge, which lights up.
#pragma once

#include <optional>

#include "gui/scene/pane.h"

namespace imapscope::gui {

class StatePane : public Pane {
 public:
  void draw(const Scene& scene, Intents& intents) override;

 private:
  /// The state that was last brought into view, where the map scrolls, and whose it is.
  struct Followed {
    trace::ConnectionId client;
    observer::Known<State> state;
    bool operator==(const Followed&) const = default;
  };
  std::optional<Followed> followed_;
};

}  // namespace imapscope::gui
