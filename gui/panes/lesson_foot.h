// The foot of the lesson pane: what leads on. It stands fast, whatever scrolls above it.
#pragma once

#include <string_view>

#include "gui/imgui/widgets.h"
#include "gui/scene/scene.h"

namespace imapscope::gui {

class LessonFoot {
 public:
  /// `area`: of the pane, whose lowest part it takes.
  LessonFoot(const Scene& scene, const PaneArea& area);

  /// 0: there is none.
  [[nodiscard]] float height() const;
  void draw(Intents& intents) const;

 private:
  enum class Kind { none, watch, next, next_lesson };
  /// A button: what it says, its key, whether it has an arrow and is filled.
  struct Face {
    std::string_view name;
    std::string_view label;
    std::string_view key;
    bool leads_on;
  };
  static Kind kind_of(const Scene& scene);

  [[nodiscard]] Face face() const;
  [[nodiscard]] float button_height() const;
  [[nodiscard]] float width_of(const Face& face) const;
  [[nodiscard]] bool can_try_again() const;
  [[nodiscard]] bool side_by_side() const;
  bool draw_button(const Face& face, ImVec2 min, ImVec2 max) const;

  const Scene& scene_;
  const Theme& theme_;
  PaneArea area_;
  Kind kind_;
};

}  // namespace imapscope::gui
