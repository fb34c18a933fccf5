// The mailbox pane: what the chosen client believes, beside what the server holds (X-ray, only in
// simulations), row by row; below, the lines that the server still owes this client.
#pragma once

#include "gui/panes/mailbox/mailbox_alignment.h"
#include "gui/scene/pane.h"

namespace imapscope::gui {

class MailboxPane : public Pane {
 public:
  void draw(const Scene& scene, Intents& intents) override;

 private:
  const observer::Line* followed_ = nullptr;  ///< the change that the rows were last scrolled to
  MailboxAlignment alignment_;
};

}  // namespace imapscope::gui
