// ResetProgressRow: what the learner has reached is forgotten, for one lesson or for all, once he
// has said so twice. A row below the list of lessons.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gui/imgui/widgets.h"
#include "gui/scene/intent.h"
#include "gui/scene/scene.h"

namespace imapscope::gui {

class ResetProgressRow {
 public:
  /// In design pixels.
  static constexpr float height = 34;

  /// Draws into `area`, and takes the keys while `focused`. `chosen` is the lesson under the
  /// cursor, or null.
  void draw(const Scene& scene, const LessonEntry* chosen, const PaneArea& area, bool focused,
            Intents& intents);

  /// Whether it asks if that is meant; all keys are the answer then.
  [[nodiscard]] bool asks() const { return asked_.has_value(); }

 private:
  /// What is to be forgotten: a lesson, or all of them.
  struct Asked {
    std::string lesson;  ///< the name of its file; empty: all
    std::string words;   ///< "Forget your answers in lesson 8?"
  };

  void offer(const Scene& scene, const LessonEntry* chosen, const PaneArea& area, bool focused);
  void ask(const Scene& scene, const PaneArea& area, bool focused, Intents& intents);

  std::optional<Asked> asked_;
};

}  // namespace imapscope::gui
