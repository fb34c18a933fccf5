// What the lesson has to say at the play head.
#pragma once

#include <optional>

#include "gui/app/window_state.h"
#include "gui/scene/scene.h"

namespace imapscope::gui {

/// Nothing where no lesson is open. `scene` has its head, lanes, beliefs and lessons already.
[[nodiscard]] std::optional<LessonText> lesson_text(const WindowState& state, const Scene& scene);

/// The lesson that follows the open one in the list; nothing behind the last.
[[nodiscard]] std::optional<std::size_t> lesson_after(const WindowState& state);

}  // namespace imapscope::gui
