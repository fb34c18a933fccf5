#include "gui/scene/scene.h"

#include <algorithm>

namespace imapscope::gui {

std::map<trace::ConnectionId, std::size_t> lanes_by_connection(const Scene& scene) {
  std::map<trace::ConnectionId, std::size_t> lanes;
  for (std::size_t i = 0; i < scene.lanes.size(); ++i) {
    for (const trace::ConnectionId connection : scene.lanes[i].connections) lanes[connection] = i;
  }
  return lanes;
}

bool Lane::has(trace::ConnectionId id) const {
  return std::find(connections.begin(), connections.end(), id) != connections.end();
}

const Lane* find_lane(const Scene& scene, trace::ConnectionId connection) {
  for (const Lane& lane : scene.lanes) {
    if (lane.has(connection)) return &lane;
  }
  return nullptr;
}

const Lane* lane_named(const Scene& scene, const std::string& name) {
  const auto lane = std::find_if(scene.lanes.begin(), scene.lanes.end(),
                                 [&](const Lane& each) { return each.name == name; });
  return lane == scene.lanes.end() ? nullptr : &*lane;
}

const Lane& next_lane(const Scene& scene, const Lane& lane) {
  return scene.lanes[(lane.order + 1) % scene.lanes.size()];
}

bool has_page(const Scene& scene) {
  return scene.view.help || scene.view.marks || scene.view.rule != nullptr;
}

std::vector<const rules::Finding*> findings(const Scene& scene) {
  std::vector<const rules::Finding*> all;
  if (!scene.explained) return all;
  for (const rules::Finding& each : scene.timeline->lines()[scene.explained->value].findings) {
    all.push_back(&each);
  }
  std::stable_partition(all.begin(), all.end(),
                        [](const rules::Finding* each) { return each->is_violation(); });
  return all;
}

std::optional<observer::LineId> newest_line(const Scene& scene) {
  // Lines stand in the order in which they leave.
  const auto lines = scene.timeline->lines();
  const auto has_left = [&](const observer::Line& line) {
    const auto departs = scene.timeline->moment_of(line.id, observer::Moment::Kind::departs);
    return departs && *departs < scene.head.moments;
  };
  const auto next = std::partition_point(lines.begin(), lines.end(), has_left);
  return next == lines.begin() ? std::nullopt : std::optional((next - 1)->id);
}

std::optional<observer::LineId> current_line(const Scene& scene) {
  const auto moments = scene.timeline->moments().first(scene.head.moments);
  if (moments.empty()) return std::nullopt;
  std::size_t current = moments.size() - 1;
  const auto leaves_with_it = [&](std::size_t i) {
    return moments[i].kind == observer::Moment::Kind::departs &&
           moments[i].at == moments[current].at;
  };
  while (current > 0 && leaves_with_it(current) && leaves_with_it(current - 1)) --current;
  return moments[current].line;
}

std::optional<Part> named_pane(const Scene& scene) {
  return scene.lesson ? part_named(scene.lesson->pane) : std::nullopt;
}

std::optional<Part> shown_pane(const Scene& scene) {
  const std::optional<Part> named = named_pane(scene);
  const std::size_t step = scene.lesson ? scene.lesson->step : 0;
  const std::optional<ChoosePane>& chosen = scene.view.pane;
  if (chosen && (!named || chosen->step == step)) return chosen->part;
  return named;
}

}  // namespace imapscope::gui
