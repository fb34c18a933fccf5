// The console: one line to the simulated server, as the chosen client. It completes what is legal
// in the session's state; anything may be sent. In a capture it is off, and says why.
#pragma once

#include <array>
#include <string>

#include "gui/scene/pane.h"

namespace imapscope::gui {

class ConsolePane : public Pane {
 public:
  void draw(const Scene& scene, Intents& intents) override;

 private:
  void field(const Scene& scene, const Lane& lane, float left, float right, Intents& intents);
  void offer_tag(const Scene& scene, const Lane& lane);
  void send(const Lane& lane, Intents& intents);

  std::array<char, 4096> text_{};
  std::string offered_;     ///< the tag that the field was filled with
  std::string completion_;  ///< what Tab adds
  bool to_end_ = false;     ///< the text was changed from here: the cursor belongs behind it
  bool asked_ = false;      ///< View::wanted.console of the frame before
  bool refocus_ = false;
};

}  // namespace imapscope::gui
