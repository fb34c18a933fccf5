#include "gui/app/scene.h"

namespace imapscope::gui {

std::optional<observer::LineId> newest_line(const Scene& scene) {
  const auto moments = scene.timeline->moments();
  for (std::size_t i = scene.head.moments; i > 0; --i) {
    const observer::Moment& moment = moments[i - 1];
    if (moment.kind == observer::Moment::Kind::departs) return moment.line;
  }
  return std::nullopt;
}

}  // namespace imapscope::gui
