// The list of lessons, shown above a lesson on O: the same rows as on the start page.
#pragma once

#include "gui/panes/lesson/lesson_list.h"

namespace imapscope::gui {

class LessonsOverlay {
 public:
  /// Draws nothing unless the scene says that it is shown.
  void draw(const Scene& scene, float width, float height, Intents& intents);

 private:
  LessonList list_;
};

}  // namespace imapscope::gui
