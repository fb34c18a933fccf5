#include "gui/app/document/recording.h"

#include <algorithm>
#include <map>
#include <span>
#include <utility>

#include "sim/trace/peer_names.h"

namespace imapscope::gui {
namespace {

/// What lanes need to know of a connection.
struct Span {
  std::string client;
  std::size_t first_event;
  std::optional<std::size_t> closed;  // event
};

std::map<trace::ConnectionId, Span> connections_of(const trace::Trace& trace) {
  std::map<trace::ConnectionId, Span> connections;
  for (std::size_t i = 0; i < trace.events.size(); ++i) {
    const trace::Event& event = trace.events[i];
    if (std::holds_alternative<trace::Note>(event.what)) continue;  // said beside the wire
    Span& span = connections.try_emplace(event.connection, Span{{}, i, {}}).first->second;
    const auto* opened = std::get_if<trace::Opened>(&event.what);
    if (opened != nullptr && span.client.empty()) span.client = opened->client;
    if (std::holds_alternative<trace::Closed>(event.what)) span.closed = i;
  }
  return connections;
}

/// Gives each lane the name that it goes by beside the others.
void name(std::vector<Lane>& lanes) {
  std::vector<std::string> peers;
  peers.reserve(lanes.size());
  for (const Lane& lane : lanes) peers.push_back(lane.peer);
  const std::vector<std::string> names = trace::short_peer_names(peers);
  for (std::size_t i = 0; i < lanes.size(); ++i) lanes[i].name = names[i];
}

/// A lane for each client that has connected or has spoken, in order. A name that comes back after
/// its connection closed is the same client.
std::vector<Lane> lanes_of(const observer::Timeline& timeline) {
  const auto connections = connections_of(timeline.trace());
  std::vector<Lane> lanes;
  const auto lane_of = [&](const Span& span) {
    return std::find_if(lanes.begin(), lanes.end(), [&](const Lane& lane) {
      const auto& closed = connections.at(lane.connections.back()).closed;
      return !span.client.empty() && lane.peer == span.client && closed &&
             *closed < span.first_event;
    });
  };
  for (const auto& [connection, span] : connections) {
    const auto lane = lane_of(span);
    if (lane != lanes.end()) {
      lane->connections.push_back(connection);
      continue;
    }
    const std::string number = std::to_string(lanes.size() + 1);
    lanes.push_back({.connection = connection,
                     .name = {},
                     .order = lanes.size(),
                     .connections = {connection},
                     .peer = span.client.empty() ? "client " + number : span.client,
                     .is_nameless = span.client.empty()});
  }
  name(lanes);
  return lanes;
}

}  // namespace

observer::ShownTime Recording::end() const {
  return asks ? presentation.pauses().back().ends : presentation.end();
}

std::optional<std::size_t> Recording::rest_at(observer::ShownTime t) const {
  if (rests.empty()) return std::nullopt;
  const auto& places = presentation.pauses();
  const auto next = std::find_if(places.begin() + 1, places.end(),
                                 [&](const auto& each) { return each.begins >= t; });
  return static_cast<std::size_t>(next - places.begin()) - 1;
}

bool Recording::is_resting(observer::ShownTime t) const {
  const auto rest = rest_at(t);
  return rest && t <= place_of(*rest);
}

std::optional<std::size_t> Recording::rest_of(std::size_t step, lesson::RestKind kind) const {
  for (std::size_t i = 0; i < rests.size(); ++i) {
    if (rests[i].step == step && rests[i].kind >= kind) return i;
  }
  return std::nullopt;
}

observer::ShownTime Recording::next_halt(observer::ShownTime t) const {
  for (std::size_t i = 0; i < rests.size(); ++i) {
    if (place_of(i) > t) return std::min(place_of(i), end());
  }
  return end();
}

observer::ShownTime Recording::previous_halt(observer::ShownTime t) const {
  observer::ShownTime previous = start();
  for (std::size_t i = 0; i < rests.size() && place_of(i) < t; ++i) previous = place_of(i);
  return previous;
}

Instant Recording::reached_at(observer::ShownTime t) const {
  const std::size_t moments = presentation.moments_until(t);
  Instant reached = moments == 0 ? Instant{} : timeline.moments()[moments - 1].at;
  if (const auto rest = rest_at(t)) reached = std::max(reached, rests[*rest].at);
  return reached;
}

Recording record(trace::Trace trace, std::string name) {
  Recording recording{};
  recording.name = std::move(name);
  recording.timeline = observer::Timeline(std::move(trace));
  refresh(recording);
  return recording;
}

void take_in(Recording& recording, const trace::Trace& trace) {
  const std::size_t known = recording.timeline.trace().events.size();
  recording.timeline.append(std::span(trace.events).subspan(known));
}

void refresh(Recording& recording) {
  recording.lanes = lanes_of(recording.timeline);
  std::vector<std::size_t> pauses;
  for (const lesson::Rest& rest : recording.rests) pauses.push_back(rest.moments);
  recording.presentation = observer::Presentation(recording.timeline, pauses, recording.set_up);
}

}  // namespace imapscope::gui
