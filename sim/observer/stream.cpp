#include "sim/observer/stream.h"

#include <algorithm>

namespace imapscope::observer {
namespace {

// A capture is read whatever its writers allowed themselves: a SEARCH response may be long.
constexpr wire::FramerLimits generous{.line_octets = 1U << 24U, .literal_octets = 1U << 30U};

void add_masked(Line& line, std::uint64_t offset, std::uint64_t octets, std::uint64_t segment,
                const std::vector<trace::Masked>& masked) {
  for (const trace::Masked& mask : masked) {
    const std::uint64_t begin = std::max(segment + mask.offset, offset);
    const std::uint64_t end = std::min(segment + mask.offset + mask.octets, offset + octets);
    if (begin >= end) continue;
    const auto at = static_cast<std::size_t>(begin - offset);
    const auto size = static_cast<std::size_t>(end - begin);
    if (!line.masked.empty() && line.masked.back().offset + line.masked.back().octets == at) {
      line.masked.back().octets += size;  // one secret, split over segments
    } else {
      line.masked.push_back({at, size});
    }
  }
}

}  // namespace

Stream::Stream(wire::Writer writer) : framer_(writer, generous) {}

void Stream::feed(const trace::Event& event, const trace::Payload& payload, std::size_t index) {
  if (payload.bytes.empty()) return;
  Segment segment{fed(),         fed() + payload.bytes.size(),
                  index,         event.sent,
                  event.landed,  payload.fidelity,
                  payload.masked};
  if (segment.landed) {
    segment.landed = std::max({*segment.landed, last_landing_, event.sent});
    last_landing_ = *segment.landed;
  }
  segments_.push_back(std::move(segment));
  framer_.feed(payload.bytes);
}

void Stream::skip(std::uint64_t octets) {
  framer_.resume_at(fed() + octets);
  segments_.clear();
}

std::deque<Stream::Segment>::const_iterator Stream::segment_at(std::uint64_t offset) const {
  auto at = segments_.begin();
  while (at + 1 != segments_.end() && at->end <= offset) ++at;
  return at;
}

Instant Stream::sent_at(std::uint64_t offset) const {
  return segment_at(offset)->sent;
}

void Stream::place(Line& line, std::uint64_t offset, std::uint64_t octets) {
  while (segments_.size() > 1 && segments_.front().end <= offset) segments_.pop_front();
  locate(line, offset, octets);
}

void Stream::locate(Line& line, std::uint64_t offset, std::uint64_t octets) const {
  line.stream_offset = offset;
  line.masked.clear();
  bool lost = false;
  auto segment = segment_at(offset);
  line.first_event = segment->event;
  for (; segment != segments_.end() && segment->begin < offset + octets; ++segment) {
    line.last_event = segment->event;
    line.sent = segment->sent;
    line.landed = segment->landed;
    line.fidelity = std::max(line.fidelity, segment->fidelity);
    lost = lost || !segment->landed;
    if (!segment->masked.empty()) {
      add_masked(line, offset, octets, segment->begin, segment->masked);
    }
  }
  if (lost) line.landed.reset();
}

}  // namespace imapscope::observer
