#include "gui/app/pace.h"

#include "gui/app/window_state.h"

namespace imapscope::gui {
namespace {

/// A third of the time in which Dear ImGui's text cursor comes and goes.
constexpr double blink_s = 0.4;

}  // namespace

std::optional<double> next_frame_in(const Activity& activity) {
  if (activity.moves || activity.settles) return 0;
  if (activity.is_followed) return follow_every_s;
  if (activity.blinks) return blink_s;
  return std::nullopt;
}

}  // namespace imapscope::gui
