// Resuming a lesson: what its learner has done in it before is done again, so that the picture
// stays a function of what was put in.
#pragma once

#include "gui/app/document/document.h"
#include "gui/app/remember/progress.h"

namespace imapscope::gui {

/// Answers the lesson's questions as they were answered, with a first try that was another one, and
/// solves its tasks as they were solved, as far as `kept` knows. `document` has just been opened.
void answer_as_before(Document& document, const LessonProgress& kept);

/// Where the learner stood: at the furthest step, its question turned out if it was answered. At
/// the start in a lesson that he has finished.
[[nodiscard]] observer::ShownTime place_before(const Document& document,
                                               const LessonProgress& kept);

/// Says so; empty where there is nothing to say.
[[nodiscard]] Said resumed(const Document& document, const LessonProgress& kept);

}  // namespace imapscope::gui
