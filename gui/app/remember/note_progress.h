// From the lesson that is open into the learner's progress, and from there into the list of
// lessons.
#pragma once

#include <vector>

#include "gui/app/window_state.h"
#include "gui/scene/scene.h"

namespace imapscope::gui {

/// Takes what the learner has reached into `state.progress`. `scene` is what he sees. A lesson that
/// was not opened by name leaves no trace.
void note_progress(const Scene& scene, WindowState& state);

/// How far the learner is with each of the lessons.
void fill_progress(const Progress& progress, std::vector<LessonEntry>& lessons);

}  // namespace imapscope::gui
