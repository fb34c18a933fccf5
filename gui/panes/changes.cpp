#include "gui/panes/changes.h"

namespace imapscope::gui {
namespace {

constexpr double to_seconds(std::int64_t us) {
  return static_cast<double>(us) / 1e6;
}

}  // namespace

std::optional<NewestLanding> newest_landing(const Scene& scene) {
  const auto moments = scene.timeline->moments();
  for (std::size_t i = scene.head.moments; i > 0; --i) {
    if (moments[i - 1].kind != observer::Moment::Kind::lands) continue;
    const observer::Presentation& presentation = *scene.presentation;
    return NewestLanding{
        .line = &scene.timeline->lines()[moments[i - 1].line.value],
        .since_s = to_seconds(scene.head.shown.us - presentation.at(i - 1).us),
        .since_settled_s = to_seconds(scene.head.shown.us - presentation.settled(i - 1).us)};
  }
  return std::nullopt;
}

std::optional<NewestLanding> newest_landing_at(const Scene& scene, trace::ConnectionId connection) {
  const auto landing = newest_landing(scene);
  const bool at_client = landing && landing->line->connection == connection &&
                         landing->line->direction == trace::Direction::to_client;
  return at_client ? landing : std::nullopt;
}

}  // namespace imapscope::gui
