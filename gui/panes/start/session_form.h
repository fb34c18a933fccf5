// What a session of one's own begins with: how many clients, which mailbox, of what temper the
// server is, how it greets.
#pragma once

#include <imgui.h>

#include <cstddef>
#include <string>

#include "gui/scene/intent.h"
#include "gui/scene/scene.h"

namespace imapscope::gui {

class SessionForm {
 public:
  /// Draws at `place`, with a ring around the row that the keyboard acts on; gives back its height.
  float draw(const Scene& scene, ImVec2 place, float width, bool ring, Intents& intents);
  /// Up and down go through the rows, left and right change one, a digit says how many clients,
  /// Enter begins.
  void keys(const StartView& view, Intents& intents);
  /// Whether something in it was clicked in this frame.
  [[nodiscard]] bool clicked() const { return clicked_; }

 private:
  class Drawing;
  enum class Row { clients, mailbox, server, greeting, start };

  void begin(const StartView& view, Intents& intents) const;
  void change(const StartView& view, int by);
  /// Of the server; empty: as servers are by themselves.
  [[nodiscard]] std::string profile(const StartView& view) const;

  std::size_t clients_ = 2;
  std::size_t mailbox_ = 0;
  std::size_t profile_ = 0;
  SessionGreeting greeting_ = SessionGreeting::ok;
  Row row_ = Row::start;
  bool clicked_ = false;
};

}  // namespace imapscope::gui
