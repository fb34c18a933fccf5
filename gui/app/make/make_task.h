// What a lesson's task looks like at the play head.
#pragma once

#include "gui/app/window_state.h"
#include "gui/scene/task.h"

namespace imapscope::gui {

/// The task of a step (from 0) that has one. `progress` is that at the play head.
[[nodiscard]] Task task_of(const WindowState& state, std::size_t step,
                           const lesson::Progress& progress);

}  // namespace imapscope::gui
