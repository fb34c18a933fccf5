// The foot of the lesson pane: what leads on, and what sets back. It stands fast, whatever scrolls
// above it.
#pragma once

#include <optional>
#include <string>
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
  struct Button {
    std::string_view name;
    std::string label;
    std::string_view key;
    Intent wish;
    bool leads_on = false;  ///< filled, and with an arrow
  };
  static std::optional<Button> back(const Scene& scene);
  static std::optional<Button> forward(const Scene& scene);

  [[nodiscard]] float button_height() const;
  [[nodiscard]] float width_of(const Button& button) const;
  [[nodiscard]] bool side_by_side() const;
  void draw_button(const Button& button, ImVec2 min, ImVec2 max, Intents& intents) const;

  const Scene& scene_;
  const Theme& theme_;
  PaneArea area_;
  std::optional<Button> back_;
  std::optional<Button> forward_;
};

}  // namespace imapscope::gui
