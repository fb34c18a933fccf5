#include "sim/observer/chronicle.h"

#include <algorithm>

namespace imapscope::observer {

using trace::Direction;

// Lines are moved when their vector grows; where much comes at once, its size can be told before.
void Chronicle::reserve(std::size_t lines) {
  lines += lines_.size();
  if (lines < 2 * lines_.capacity()) return;  // growing by doubling is good enough
  lines_.reserve(lines);
  places_.reserve(lines);
  moments_.reserve(2 * lines);
}

void Chronicle::look_ahead() {
  if (landings_.empty()) return;
  provisional_ = Provisional{history_.mark(), moments_.size(), bands_.size(), open_bands_, {}};
  for (auto rest = landings_; !rest.empty(); rest.pop()) land(rest.top(), true);
}

void Chronicle::take_back() {
  if (!provisional_) return;
  history_.return_to(provisional_->history);
  moments_.resize(provisional_->moments, Moment{});
  bands_.resize(provisional_->bands, Band{});
  open_bands_ = provisional_->open_bands;
  for (const auto& [connection, band] : open_bands_) bands_[band].to.reset();
  for (const Provisional::Changed& changed : provisional_->lines) {
    Line& line = lines_[changed.line.value];
    line.effects.erase(line.effects.begin() + static_cast<std::ptrdiff_t>(changed.effects),
                       line.effects.end());
    line.findings.erase(line.findings.begin() + static_cast<std::ptrdiff_t>(changed.findings),
                        line.findings.end());
    if (changed.ends_row) places_[changed.line.value].lands.reset();
    way_of(line).shown = 0;
  }
  provisional_.reset();
}

void Chronicle::go_on_to(Instant t) {
  now_ = t;
  if (!landings_.empty() && landings_.top().at < t) land_until({t.us - 1});
}

void Chronicle::hear(trace::ConnectionId connection, Direction speaks) {
  const auto way = ways_.find({connection, trace::opposite(speaks)});
  if (way == ways_.end() || way->second.lines.empty()) return;
  if (way->second.lines.front().lands <= now_) land_until(now_);
}

void Chronicle::land_until(Instant t) {
  while (!landings_.empty() && landings_.top().at <= t) {
    const Landing landing = landings_.top();
    landings_.pop();
    land(landing, false);
  }
}

void Chronicle::land(const Landing& landing, bool provisional) {
  Line& line = lines_[landing.line.value];
  Way& way = way_of(line);
  if (provisional) {
    provisional_->lines.push_back(
        {landing.line, line.effects.size(), line.findings.size(), landing.sent.ends_row});
  }
  const std::size_t next = provisional ? way.shown : 0;
  const bool is_next = next < way.lines.size() && way.lines[next].line == landing.line;
  const UnderWay under_way = is_next && !provisional ? way.lines.take() : UnderWay{};
  const Reading* reading =
      is_next && provisional ? &way.lines[way.shown++].reading : &under_way.reading;
  if (!provisional && line.direction == Direction::to_server) {
    listener_.arrives(line, under_way.reading, landing.sent.begins);
  }
  if (!landing.sent.ends_row) return;
  if (line.direction == Direction::to_client) {
    if (const auto step = step_of_landing(line.kind)) {
      apply(*step, line.id, reading, moments_.size());
    }
  }
  add_moment(landing.at, landing.line, Moment::Kind::lands);
}

void Chronicle::add_moment(Instant at, LineId line, Moment::Kind kind) {
  const auto index = static_cast<std::uint32_t>(moments_.size());
  moments_.push_back({at, line, kind});
  (kind == Moment::Kind::departs ? places_[line.value].departs : places_[line.value].lands) = index;
  history_.add_moment();
}

void Chronicle::apply(StepKind kind, LineId id, const Reading* reading, std::size_t moment) {
  Line& line = lines_[id.value];
  Outcome outcome = history_.apply({id, kind}, line, reading);
  bool travelled = kind == StepKind::closed || band_is_outdated(line.connection);
  for (const Effect& effect : outcome.effects) {
    travelled = travelled || std::holds_alternative<effect::Travelled>(effect);
  }
  if (line.effects.empty()) {
    line.effects = std::move(outcome.effects);
  } else {
    line.effects.insert(line.effects.end(), outcome.effects.begin(), outcome.effects.end());
  }
  for (Finding& finding : outcome.findings) line.findings.push_back(std::move(finding));
  if (travelled) follow_band(line.connection, moment);
  if (!provisional_) listener_.was_learnt(line);
}

/// Whether no band is open, or one that holds a state for known that is not, or the other way
/// round.
bool Chronicle::band_is_outdated(trace::ConnectionId connection) const {
  const auto open = open_bands_.find(connection);
  return open == open_bands_.end() ||
         bands_[open->second].state.has_value() != history_.model(connection)->facts.state_known;
}

void Chronicle::follow_band(trace::ConnectionId connection, std::size_t moment) {
  const SessionModel& model = *history_.model(connection);
  const Known<State> state =
      model.facts.state_known ? Known<State>(model.facts.state) : std::nullopt;
  const std::string mailbox =
      state == State::selected && model.mailbox ? model.mailbox->facts.name.utf8() : "";
  const auto open = open_bands_.find(connection);
  if (open != open_bands_.end()) {
    Band& band = bands_[open->second];
    if (band.state == state && band.mailbox == mailbox) return;
    band.to = moment;
    open_bands_.erase(open);
  }
  if (model.facts.closed) return;
  open_bands_[connection] = bands_.size();
  bands_.push_back({connection, state, mailbox, moment, {}});
}

Line& Chronicle::add_line(trace::ConnectionId connection, Protocol protocol, Direction direction,
                          Instant sent) {
  const LineId id{static_cast<std::uint32_t>(lines_.size())};
  Line& line = lines_.emplace_back();
  places_.emplace_back();
  line.id = id;
  line.connection = connection;
  line.protocol = protocol;
  line.direction = direction;
  line.kind = direction == Direction::to_server ? LineKind::command : LineKind::untagged;
  line.sent = sent;
  add_moment(sent, id, Moment::Kind::departs);
  return line;
}

void Chronicle::apply_sent(StepKind kind, const Line& line, const Reading* reading) {
  const LineId id = line.id;
  apply(kind, id, reading, moments_.size() - 1);
  const Moment& last = moments_.back();
  const Line& its = lines_[last.line.value];
  const bool its_row = last.line == id || (its.kind == LineKind::literal && its.command == id);
  const bool same = its_row && last.kind == Moment::Kind::departs && last.at == now_;
  if (same) history_.amend_moment();
}

void Chronicle::send_off(LineId id, Reading&& reading, Sent sent) {
  const Line& line = lines_[id.value];
  if (!line.landed) return;                         // lost on the way
  const Instant at = std::max(*line.landed, now_);  // known to be whole only now
  UnderWay& under_way = way_of(line).lines.add();
  under_way.line = id;
  under_way.reading = std::move(reading);
  under_way.lands = at;
  landings_.push({at, completed_++, id, sent});
}

void Chronicle::send_off_beside(LineId id) {
  const Line& line = lines_[id.value];
  if (line.landed) landings_.push({*line.landed, completed_++, id, {}});
}

std::optional<std::size_t> Chronicle::moment_of(LineId line, Moment::Kind kind) const {
  if (line.value >= places_.size()) return std::nullopt;
  const Places& places = places_[line.value];
  const auto& place = kind == Moment::Kind::departs ? places.departs : places.lands;
  if (!place) return std::nullopt;
  return *place;
}

}  // namespace imapscope::observer
