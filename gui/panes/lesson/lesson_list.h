// LessonList: the lessons in groups, with goal, minutes, score and what is done. The same rows on
// the start page and in the list that O shows in a lesson; mouse and keyboard.
#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "gui/imgui/form.h"
#include "gui/imgui/widgets.h"
#include "gui/panes/lesson/reset_progress.h"
#include "gui/scene/intent.h"
#include "gui/scene/lesson_rows.h"
#include "gui/scene/scene.h"

namespace imapscope::gui {

class LessonList {
 public:
  /// Draws column heads and rows into `area`, and below them what resets progress; takes the keys
  /// while it is `focused`.
  void draw(const Scene& scene, const PaneArea& area, bool focused, Intents& intents);

  /// Begins to find by typing.
  void find() { find_.focus('/'); }
  /// Whether what is typed goes into the field.
  [[nodiscard]] bool finding() const { return find_.active(); }
  /// Whether keys are its own for now, Esc among them: a search, or a question, ends by it.
  [[nodiscard]] bool holds_keys() const { return show_find_ || reset_.asks(); }
  /// The lesson that Enter opens; null on a group's heading.
  [[nodiscard]] const LessonEntry* chosen(const std::vector<LessonEntry>& lessons) const;

 private:
  void arrange(const std::vector<LessonEntry>& lessons, std::string_view here, std::size_t room);
  void stand_first(const std::vector<LessonEntry>& lessons, std::string_view here);
  void keys(const std::vector<LessonEntry>& lessons, Intents& intents);
  void move(std::ptrdiff_t by);
  void open(const std::vector<LessonEntry>& lessons, Intents& intents);
  void fold(std::size_t group, bool folded);
  [[nodiscard]] bool is_folded(std::size_t group) const;
  [[nodiscard]] std::string key_of(const LessonRow& row,
                                   const std::vector<LessonEntry>& lessons) const;

  std::map<std::string, bool> by_hand_;  ///< groups that the viewer folded or opened
  std::vector<LessonGroup> groups_;      // of this frame, as are the rows
  std::vector<LessonRow> rows_;
  std::set<std::string> folded_;
  std::size_t cursor_ = 0;  ///< in `rows_`
  std::string stands_on_;   ///< what the cursor stands on, however the rows change
  bool moved_ = true;       ///< the cursor has to come into view
  bool show_find_ = false;
  std::size_t page_ = 10;  ///< rows in view
  TextField find_;
  ResetProgressRow reset_;
};

}  // namespace imapscope::gui
