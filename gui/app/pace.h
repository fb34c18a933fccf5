// Pace: when the next frame is due. A window that nothing moves in, and that nobody touches,
// sleeps.
#pragma once

#include <optional>

namespace imapscope::gui {

/// What goes on in the window after a frame.
struct Activity {
  bool moves = false;        ///< something on the screen moves by itself: the play head runs
  bool settles = false;      ///< input has just come, and Dear ImGui needs some frames to follow
  bool blinks = false;       ///< a text field has the focus, so that its cursor blinks
  bool is_followed = false;  ///< a file grows, and is looked at
};

/// Seconds until the next frame; 0: as soon as the display takes one. Nothing: only when input
/// comes.
[[nodiscard]] std::optional<double> next_frame_in(const Activity& activity);

/// A size is measured in one frame and used in the next, a scroll takes one more.
inline constexpr int frames_to_settle = 3;

}  // namespace imapscope::gui
