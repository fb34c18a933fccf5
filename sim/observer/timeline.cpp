#include "sim/observer/timeline.h"

#include <algorithm>
#include <utility>

#include "sim/observer/observation.h"

namespace imapscope::observer {

struct Timeline::State {
  State(trace::Header header, std::vector<Said> warnings)
      : observation(std::move(header), std::move(warnings)) {}
  Observation observation;
};

Timeline::Timeline() : Timeline(trace::Trace{}) {}

Timeline::Timeline(trace::Trace trace)
    : state_(new State(std::move(trace.header), std::move(trace.warnings))) {
  state_->observation.append(trace.events);
}

Timeline::~Timeline() = default;
Timeline::Timeline(Timeline&&) noexcept = default;
Timeline& Timeline::operator=(Timeline&&) noexcept = default;

void Timeline::append(std::span<const trace::Event> events) {
  state_->observation.append(events);
}

const trace::Trace& Timeline::trace() const {
  return state_->observation.trace();
}

std::span<const Line> Timeline::lines() const {
  return state_->observation.chronicle().lines();
}

std::span<const Moment> Timeline::moments() const {
  return state_->observation.chronicle().moments();
}

std::span<const Band> Timeline::bands() const {
  return state_->observation.chronicle().bands();
}

std::shared_ptr<const Beliefs> Timeline::beliefs_after(std::size_t moments) const {
  return state_->observation.chronicle().history().beliefs_after(moments, lines());
}

std::size_t Timeline::moments_until(Instant t) const {
  const std::span<const Moment> all = moments();
  const auto after = std::upper_bound(
      all.begin(), all.end(), t, [](Instant wanted, const Moment& m) { return wanted < m.at; });
  return static_cast<std::size_t>(after - all.begin());
}

std::optional<std::size_t> Timeline::moment_of(LineId line, Moment::Kind kind) const {
  return state_->observation.chronicle().moment_of(line, kind);
}

}  // namespace imapscope::observer
