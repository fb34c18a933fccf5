#include "gui/app/recording.h"

#include <algorithm>
#include <map>
#include <span>
#include <utility>

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

/// A lane for each client that has connected or has spoken, in order. A name that comes back after
/// its connection closed is the same client.
std::vector<Lane> lanes_of(const observer::Timeline& timeline) {
  const auto connections = connections_of(timeline.trace());
  std::vector<Lane> lanes;
  const auto lane_of = [&](const Span& span) {
    return std::find_if(lanes.begin(), lanes.end(), [&](const Lane& lane) {
      const auto& closed = connections.at(lane.connections.back()).closed;
      return !span.client.empty() && lane.name == span.client && closed &&
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
                     .name = span.client.empty() ? "client " + number : span.client,
                     .order = lanes.size(),
                     .connections = {connection}});
  }
  return lanes;
}

}  // namespace

Instant Recording::time_of(std::size_t moments) const {
  const auto all = timeline.moments();
  if (moments == 0 || all.empty()) return {};
  return all[std::min(moments, all.size()) - 1].at;
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
  recording.presentation = observer::Presentation(recording.timeline, recording.step_moments);
}

std::size_t moments_before(const observer::Timeline& timeline, Instant t, std::size_t events) {
  const auto moments = timeline.moments();
  const auto at = std::lower_bound(
      moments.begin(), moments.end(), t,
      [](const observer::Moment& moment, Instant time) { return moment.at < time; });
  auto count = static_cast<std::size_t>(at - moments.begin());
  while (count < moments.size() && moments[count].at == t) {
    const observer::Line& line = timeline.lines()[moments[count].line.value];
    if (line.first_event >= events) break;
    ++count;
  }
  return count;
}

std::string client_of(const trace::Trace& trace, trace::ConnectionId connection) {
  for (const trace::Event& event : trace.events) {
    if (event.connection != connection) continue;
    if (const auto* opened = std::get_if<trace::Opened>(&event.what)) return opened->client;
  }
  return {};
}

}  // namespace imapscope::gui
