// The foot of the lesson pane: what leads on. It stands fast, whatever scrolls above it.
#pragma once

#include "gui/imgui/widgets.h"
#include "gui/scene/scene.h"

namespace imapscope::gui {

class LessonFoot {
 public:
  explicit LessonFoot(const Scene& scene, bool low);

  /// 0: there is none.
  [[nodiscard]] float height() const;
  /// `area`: whose lowest part it takes.
  void draw(const PaneArea& area, Intents& intents) const;

 private:
  enum class Kind { none, watch, next, next_lesson };
  static Kind kind_of(const Scene& scene);

  [[nodiscard]] float button_height() const;
  [[nodiscard]] bool can_try_again() const;
  void draw_next(ImVec2 min, ImVec2 max, Intents& intents) const;

  const Scene& scene_;
  const Theme& theme_;
  bool low_;
  Kind kind_;
};

}  // namespace imapscope::gui
