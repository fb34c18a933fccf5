// The start page: the lessons at the left; a new session, files and what was open before at the
// right. Everything on it works by keyboard alone.
#pragma once

#include "gui/layout/rect.h"
#include "gui/panes/lesson/lesson_list.h"
#include "gui/panes/start/start_side.h"
#include "gui/scene/pane.h"

namespace imapscope::gui {

class StartPane : public Pane {
 public:
  void draw(const Scene& scene, Intents& intents) override;

 private:
  void keys(const Scene& scene, Intents& intents);
  void enter(StartArea area, char brought_by = '\0');
  void next_area(const Scene& scene, bool back);
  void bar(const Scene& scene, const Rect& place, bool narrow, Intents& intents);
  void lessons(const Scene& scene, const Rect& place, bool takes_keys, Intents& intents);
  void footer(const Scene& scene, const Rect& place);

  StartArea area_ = StartArea::lessons;
  LessonList list_;
  StartSide side_;
};

}  // namespace imapscope::gui
