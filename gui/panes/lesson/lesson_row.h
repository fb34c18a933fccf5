// One row of the list of lessons: a lesson, or a group's heading.
#pragma once

#include <imgui.h>

#include <vector>

#include "gui/scene/lesson_rows.h"
#include "gui/scene/scene.h"

namespace imapscope::gui {

/// The height of a group's heading, in design pixels; a lesson's is space::row.
inline constexpr float group_row = 32;

/// Where the columns stand, in the window's pixels. As the list narrows goals go first.
struct LessonColumns {
  float left;
  float number;   ///< right end
  float title;    ///< left end
  float goal;     ///< left end; 0: no room for goals
  float minutes;  ///< right end
  float score;    ///< right end
  float done;     ///< middle
  float right;
};

[[nodiscard]] LessonColumns lesson_columns(const Theme& theme, float left, float width);

struct RowState {
  bool chosen = false;   ///< the cursor stands on it
  bool focused = false;  ///< and the keyboard would act on it
};

struct GroupRow {
  const LessonGroup& group;
  const std::vector<LessonEntry>& lessons;
  bool folded;
  bool first;  ///< no line above
};

void draw_lesson_heads(const Scene& scene, const LessonColumns& columns, ImVec2 middle);

/// True when it was clicked.
bool draw_lesson_row(const Scene& scene, const LessonColumns& columns, ImVec2 min, ImVec2 max,
                     const LessonEntry& entry, RowState state);
bool draw_group_row(const Scene& scene, const LessonColumns& columns, ImVec2 min, ImVec2 max,
                    const GroupRow& row, RowState state);

}  // namespace imapscope::gui
