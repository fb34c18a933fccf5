#include "sim/channel/link.h"

#include <algorithm>
#include <string>
#include <utility>

namespace imapscope::channel {

Link::Link(trace::ConnectionId connection, trace::Direction direction, LinkSettings settings,
           Random random)
    : connection_(connection), direction_(direction), random_(random) {
  set(settings);
}

void Link::set(LinkSettings settings) {
  settings_ = settings;
  settings_.segment_octets = std::max<std::size_t>(settings.segment_octets, 1);
}

void Link::compress(bool on) {
  if (on == deflater_.has_value()) return;
  deflater_ = on ? std::optional(codec::Deflater()) : std::nullopt;
}

trace::Event Link::open(trace::Opened opened, Instant now) {
  return event(std::move(opened), 0, now);
}

std::vector<trace::Event> Link::send(std::string_view bytes, Instant now) {
  std::vector<trace::Event> events;
  while (!bytes.empty()) {
    const auto segment = bytes.substr(0, settings_.segment_octets);
    bytes.remove_prefix(segment.size());
    const std::uint64_t compressed = deflater_ ? deflater_->write(segment).size() : 0;
    trace::Payload payload{std::string(segment), {}, {}, compressed};
    events.push_back(event(std::move(payload), compressed > 0 ? compressed : segment.size(), now));
  }
  return events;
}

trace::Event Link::secure(std::uint64_t octets, Instant now) {
  return event(trace::Secured{octets}, octets, now);
}

trace::Event Link::close(Instant now, bool abrupt) {
  return event(trace::Closed{abrupt}, 0, now);
}

trace::Event Link::event(trace::What what, std::size_t octets, Instant now) {
  trace::Event event{connection_, direction_, now, std::nullopt, std::move(what)};
  if (!cut_) event.landed = landing_of(octets, now);
  return event;
}

Instant Link::landing_of(std::size_t octets, Instant now) {
  busy_until_ = std::max(busy_until_, now);
  if (settings_.octets_per_second > 0) {
    const auto us = static_cast<std::int64_t>(octets) * 1000000 / settings_.octets_per_second;
    busy_until_ = busy_until_ + microseconds(us);
  }
  const auto steps = static_cast<std::uint64_t>(std::max<std::int64_t>(settings_.jitter.us, 0)) + 1;
  const Duration jitter = microseconds(static_cast<std::int64_t>(random_.below(steps)));
  last_landing_ = std::max(last_landing_, busy_until_ + settings_.latency + jitter);
  return last_landing_;
}

}  // namespace imapscope::channel
