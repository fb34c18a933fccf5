// The console: one line to the simulated server, as the chosen client; after the server's `+` the
// octets, the SASL response or the DONE that it waits for. Anything may be sent. In a capture it is
// off, and says why.
#pragma once

#include "gui/panes/console/console_ahead.h"
#include "gui/panes/console/console_line.h"
#include "gui/panes/console/console_octets.h"
#include "gui/panes/console/console_sasl.h"
#include "gui/scene/pane.h"

namespace imapscope::gui {

class ConsolePane : public Pane {
 public:
  void draw(const Scene& scene, Intents& intents) override;

 private:
  /// The part for what is wanted; gives back the height it would like, in design pixels.
  float draw_wanted(const Scene& scene, const Lane& lane, Intents& intents);

  /// Begins the field for what is wanted with what was typed ahead of it, which takes the keyboard
  /// along.
  void take_over(const Scene& scene);

  ConsoleLine line_;
  ConsoleAhead ahead_;
  ConsoleOctets octets_;
  ConsoleSasl sasl_;
  bool summoned_ = false;  ///< View::wanted.console of the frame before
};

}  // namespace imapscope::gui
