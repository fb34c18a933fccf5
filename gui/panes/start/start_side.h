// The right column of the start page: new session, open, recent files, follow, progress.
#pragma once

#include <cstddef>
#include <string>

#include "gui/imgui/form.h"
#include "gui/imgui/scroll_area.h"
#include "gui/imgui/widgets.h"
#include "gui/panes/start/session_form.h"
#include "gui/scene/intent.h"
#include "gui/scene/scene.h"

namespace imapscope::gui {

/// What Tab goes through on the start page, in this order.
enum class StartArea { lessons, session, open, recent, follow };
inline constexpr std::size_t start_area_count = 5;

class StartSide {
 public:
  StartSide() { follow_.set("live.jsonl"); }

  /// Draws into `area`; the part that is `focused` takes the keys.
  void draw(const Scene& scene, const PaneArea& area, StartArea focused, bool takes_keys,
            Intents& intents);
  /// The keyboard comes to this part, or leaves them all; by a key with that letter, if by one.
  void enter(StartArea area, char brought_by = '\0');
  /// The part that was clicked in this frame, or `focused`.
  [[nodiscard]] StartArea clicked(StartArea focused) const { return clicked_.value_or(focused); }
  [[nodiscard]] bool typing() const { return follow_.active(); }

 private:
  class Drawing;

  void recent_keys(const Scene& scene, Intents& intents);

  SessionForm session_;
  std::size_t recent_ = 0;
  TextField follow_;
  bool entered_ = false;  ///< the part must come into view
  std::optional<StartArea> clicked_;
};

}  // namespace imapscope::gui
