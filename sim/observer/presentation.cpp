#include "sim/observer/presentation.h"

#include <algorithm>
#include <iterator>

#include "sim/base/requires.h"

namespace imapscope::observer {
namespace {

// A real flight, or a wait while something flies, is shown at most this long.
constexpr std::int64_t longest_us = 2000000;
// A line that is lost gets half the way.
constexpr double lost_flight = 0.5;

bool is_whole(const Line& line) {
  return line.bytes.empty() || line.bytes.ends_with('\n');
}

// Whether a step by exchange ends where this line lands: it completes a command, or no command has
// to do with it.
bool ends_exchange(const Line& line) {
  if (line.kind == LineKind::tagged) return true;
  return line.kind != LineKind::command && line.kind != LineKind::opened && !line.command;
}

}  // namespace

Presentation::Presentation(const Timeline& timeline, const std::vector<std::size_t>& pauses,
                           Hurried hurried) {
  REQUIRES(std::is_sorted(pauses.begin(), pauses.end()));
  const std::span<const Line> lines = timeline.lines();
  const std::span<const Moment> moments = timeline.moments();
  flights_.resize(lines.size());
  knots_.reserve(moments.size());
  std::size_t flying = 0;
  auto next_pause = pauses.begin();
  const auto take_pauses = [&](std::size_t happened) {
    for (; next_pause != pauses.end() && *next_pause <= happened; ++next_pause) pause(end().us);
  };
  take_pauses(0);
  for (std::size_t i = 0; i < moments.size(); ++i) {
    const Moment& moment = moments[i];
    const Line& line = lines[moment.line.value];
    Flight& flight = flights_[moment.line.value];
    const bool lands = moment.kind == Moment::Kind::lands;
    std::int64_t at = end().us;
    if (i > 0) {
      const std::int64_t real = moment.at.us - knots_.back().wire_us;
      const std::int64_t most = flying > 0 ? longest_us : idle_us;
      if (real > most) breaks_.push_back({moments[i - 1].at, moment.at});
      at += std::min(real, most);
    }
    if (lands) at = std::max(at, knots_[*flight.departs].at_us + flight_us);
    (lands ? flight.lands : flight.departs) = i;

    const bool never_lands = !lands && !timeline.moment_of(line.id, Moment::Kind::lands);
    const bool stops = lands || (never_lands && is_whole(line));
    const std::int64_t settled = stops ? at + rest_us : at;
    knots_.push_back({moment.at.us, at, settled, settled});
    if (stops) add_stop(line, settled);
    if (lands) --flying;
    if (!lands && !never_lands) ++flying;
    if (i + 1 == hurried.to) hurry(hurried.from);
    take_pauses(i + 1);
  }
}

void Presentation::pause(std::int64_t from) {
  const ShownTime ends{from + pause_us};
  pauses_.push_back({{from}, ends});
  line_stops_.push_back(ends);
  exchange_stops_.push_back(ends);
  if (!knots_.empty()) knots_.back().leaves_us = ends.us;
}

void Presentation::hurry(std::size_t from) {
  const std::int64_t begins = from == 0 ? knots_[0].at_us : knots_[from - 1].leaves_us;
  const std::int64_t lasts = end().us - begins;
  if (lasts <= hurried_us) return;
  const double pace = static_cast<double>(hurried_us) / static_cast<double>(lasts);
  const auto draw_nearer = [&](std::int64_t& us) {
    if (us > begins)
      us = begins + static_cast<std::int64_t>(static_cast<double>(us - begins) * pace);
  };
  for (std::size_t i = from; i < knots_.size(); ++i) {
    draw_nearer(knots_[i].at_us);
    draw_nearer(knots_[i].settled_us);
    draw_nearer(knots_[i].leaves_us);
  }
  for (ShownTime& stop : line_stops_) draw_nearer(stop.us);
  for (ShownTime& stop : exchange_stops_) draw_nearer(stop.us);
  for (Pause& pause : pauses_) {
    draw_nearer(pause.begins.us);
    draw_nearer(pause.ends.us);
  }
}

void Presentation::add_stop(const Line& line, std::int64_t at) {
  line_stops_.push_back({at});
  if (ends_exchange(line)) exchange_stops_.push_back({at});
}

ShownTime Presentation::end() const {
  if (!knots_.empty()) return {knots_.back().leaves_us};
  return {pauses_.empty() ? 0 : pauses_.back().ends.us};
}

ShownTime Presentation::at(std::size_t moment) const {
  REQUIRES(moment < knots_.size());
  return {knots_[moment].at_us};
}

ShownTime Presentation::settled(std::size_t moment) const {
  REQUIRES(moment < knots_.size());
  return {knots_[moment].settled_us};
}

std::size_t Presentation::moments_until(ShownTime t) const {
  const auto after =
      std::upper_bound(knots_.begin(), knots_.end(), t.us,
                       [](std::int64_t wanted, const Knot& knot) { return wanted < knot.at_us; });
  return static_cast<std::size_t>(after - knots_.begin());
}

Instant Presentation::wire_time(ShownTime t) const {
  if (knots_.empty()) return {};
  const std::size_t happened = moments_until(t);
  if (happened == 0) return {knots_.front().wire_us};
  const Knot& knot = knots_[happened - 1];
  if (t.us <= knot.leaves_us || happened == knots_.size()) return {knot.wire_us};
  const Knot& next = knots_[happened];
  const double share =
      static_cast<double>(t.us - knot.leaves_us) / static_cast<double>(next.at_us - knot.leaves_us);
  const auto passed = share * static_cast<double>(next.wire_us - knot.wire_us);
  return {knot.wire_us + static_cast<std::int64_t>(passed)};
}

ShownTime Presentation::shown_time(Instant t) const {
  const auto after =
      std::upper_bound(knots_.begin(), knots_.end(), t.us,
                       [](std::int64_t wanted, const Knot& knot) { return wanted < knot.wire_us; });
  if (after == knots_.begin()) return {};
  const Knot& knot = *std::prev(after);
  if (after == knots_.end() || t.us == knot.wire_us) return {knot.leaves_us};
  const double share =
      static_cast<double>(t.us - knot.wire_us) / static_cast<double>(after->wire_us - knot.wire_us);
  const auto passed = share * static_cast<double>(after->at_us - knot.leaves_us);
  return {knot.leaves_us + static_cast<std::int64_t>(passed)};
}

std::optional<double> Presentation::flight(LineId line, ShownTime t) const {
  if (line.value >= flights_.size()) return std::nullopt;
  const Flight& flight = flights_[line.value];
  if (!flight.departs || t.us < knots_[*flight.departs].at_us) return std::nullopt;
  const Knot& departs = knots_[*flight.departs];
  if (!flight.lands) {
    const double share = static_cast<double>(t.us - departs.at_us) / flight_us;
    return std::min(share, 1.0) * lost_flight;
  }
  // Lines of one segment land one after the other; each flies when its turn comes.
  const Knot& lands = knots_[*flight.lands];
  const std::int64_t real = lands.wire_us - departs.wire_us;
  const std::int64_t longest = std::max(flight_us, std::min(real, longest_us));
  const std::int64_t from = std::max(departs.at_us, lands.at_us - longest);
  if (t.us >= lands.at_us) return 1.0;
  const double share = static_cast<double>(t.us - from) / static_cast<double>(lands.at_us - from);
  return std::clamp(share, 0.0, 1.0);
}

}  // namespace imapscope::observer
