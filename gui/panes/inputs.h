// The strip of inputs, in a session of one's own: mail arrives, a line is cut, a client connects,
// the network gets slower; the last of them can be taken back, and the session kept.
#pragma once

#include <cstdint>
#include <optional>

#include "gui/scene/pane.h"

namespace imapscope::gui {

class InputsPane : public Pane {
 public:
  void draw(const Scene& scene, Intents& intents) override;

 private:
  /// A slider that is being dragged: the network changes when it is let go.
  std::optional<std::int64_t> latency_ms_;
  std::optional<std::int64_t> jitter_ms_;
};

}  // namespace imapscope::gui
