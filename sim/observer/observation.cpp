#include "sim/observer/observation.h"

#include <algorithm>
#include <utility>

namespace imapscope::observer {

using trace::Direction;

Observation::Observation(trace::Header header, std::vector<Said> warnings) {
  trace_.header = std::move(header);
  trace_.warnings = std::move(warnings);
}

void Observation::append(std::span<const trace::Event> events) {
  if (events.empty()) return;
  take_back();
  make_room(events);
  for (const trace::Event& event : events) {
    trace_.events.push_back(event);
    trace::Event& held = trace_.events.back();
    held.sent = std::max(held.sent, now_);  // the promise of append()
    if (held.landed) held.landed = std::max(*held.landed, held.sent);
    now_ = held.sent;
    land_before(now_);
    take(held, trace_.events.size() - 1);
  }
  look_ahead();
}

// Lines are moved when their vector grows; where much comes at once, its size can be told before.
void Observation::make_room(std::span<const trace::Event> events) {
  std::size_t lines = lines_.size() + events.size();
  for (const trace::Event& event : events) {
    const auto* payload = std::get_if<trace::Payload>(&event.what);
    if (payload == nullptr) continue;
    lines +=
        static_cast<std::size_t>(std::count(payload->bytes.begin(), payload->bytes.end(), '\n'));
  }
  if (lines < 2 * lines_.capacity()) return;  // growing by doubling is good enough
  trace_.events.reserve(trace_.events.size() + events.size());
  lines_.reserve(lines);
  places_.reserve(lines);
  moments_.reserve(2 * lines);
}

// What is still under way is shown to land: nothing else is known yet.
void Observation::look_ahead() {
  if (landings_.empty()) return;
  provisional_ = Provisional{history_.mark(), moments_.size(), bands_.size(), open_bands_, {}};
  for (auto rest = landings_; !rest.empty(); rest.pop()) land(rest.top(), true);
}

void Observation::take_back() {
  if (!provisional_) return;
  history_.return_to(provisional_->history);
  moments_.resize(provisional_->moments, Moment{});
  bands_.resize(provisional_->bands, Band{});
  open_bands_ = provisional_->open_bands;
  for (const auto& [connection, band] : open_bands_) bands_[band].to.reset();
  for (const Provisional::Changed& changed : provisional_->lines) {
    Line& line = lines_[changed.line.value];
    line.effects.resize(changed.effects, Effect{});
    line.findings.erase(line.findings.begin() + static_cast<std::ptrdiff_t>(changed.findings),
                        line.findings.end());
    if (changed.ends_row) places_[changed.line.value].lands.reset();
    Connection& connection = connections_.at(line.connection);
    connection.to_server.shown = connection.to_client.shown = 0;
  }
  provisional_.reset();
}

void Observation::land_before(Instant t) {
  if (!landings_.empty() && landings_.top().at < t) land_until({t.us - 1});
}

// An end speaks: what has reached it by now, it has heard. Lines that one end sends at one instant
// depart together, in however many segments, and land after that.
void Observation::hear(Connection& connection, Direction speaks) {
  const std::deque<UnderWay>& heard = side_of(connection, trace::opposite(speaks)).under_way;
  if (!heard.empty() && heard.front().lands <= now_) land_until(now_);
}

void Observation::land_until(Instant t) {
  while (!landings_.empty() && landings_.top().at <= t) {
    const Landing landing = landings_.top();
    landings_.pop();
    land(landing, false);
  }
}

void Observation::land(const Landing& landing, bool provisional) {
  Connection& connection = connections_.at(landing.connection);
  Side& side = side_of(connection, landing.direction);
  Line& line = lines_[landing.line.value];
  if (provisional) {
    provisional_->lines.push_back(
        {landing.line, line.effects.size(), line.findings.size(), landing.ends_row});
  }
  UnderWay under_way;
  const Reading* reading = &under_way.reading;
  const std::size_t next = provisional ? side.shown : 0;
  if (next < side.under_way.size() && side.under_way[next].line == landing.line) {
    if (provisional) {
      reading = &side.under_way[side.shown++].reading;
    } else {
      under_way = std::move(side.under_way.front());
      side.under_way.pop_front();
    }
  }
  if (!provisional && landing.direction == Direction::to_server) {
    connection.server_side.arrives(line, under_way.reading.command, landing.begins);
  }
  if (!landing.ends_row) return;
  switch (line.kind) {
    case LineKind::greeting:
    case LineKind::tagged:
    case LineKind::untagged:
    case LineKind::continuation_request:
      apply(StepKind::response, line.id, reading, moments_.size());
      break;
    case LineKind::closed:
      if (landing.direction == Direction::to_client) {
        apply(StepKind::closed, line.id, nullptr, moments_.size());
      }
      break;
    default:
      break;
  }
  add_moment(landing.at, line.id, Moment::Kind::lands);
}

void Observation::add_moment(Instant at, LineId line, Moment::Kind kind) {
  const auto index = static_cast<std::uint32_t>(moments_.size());
  moments_.push_back({at, line, kind});
  (kind == Moment::Kind::departs ? places_[line.value].departs : places_[line.value].lands) = index;
  history_.add_moment();
}

void Observation::apply(StepKind kind, LineId id, const Reading* reading, std::size_t moment) {
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
  if (!provisional_) follow_capabilities(line);
}

// What the server can do may change when the client logs in (RFC 3501 §6.2.2, §6.2.3): a list that
// was told before tells nothing after.
void Observation::follow_capabilities(const Line& line) {
  bool& known = connections_.at(line.connection).capabilities_known;
  for (const Effect& effect : line.effects) {
    const auto* travelled = std::get_if<effect::Travelled>(&effect);
    if (travelled != nullptr && travelled->from == State::not_authenticated) known = false;
    if (!std::holds_alternative<effect::CapabilitiesKnown>(effect)) continue;
    if (line.name == name_of_data<EnabledData>()) continue;
    known = true;
    return;
  }
}

/// Whether no band is open, or one that holds a state for known that is not, or the other way
/// round.
bool Observation::band_is_outdated(trace::ConnectionId connection) const {
  const auto open = open_bands_.find(connection);
  return open == open_bands_.end() ||
         bands_[open->second].state.has_value() != history_.model(connection)->facts.state_known;
}

void Observation::follow_band(trace::ConnectionId connection, std::size_t moment) {
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

void Observation::send_off(Connection& connection, LineId id, Reading reading, Sent sent) {
  Line& line = lines_[id.value];
  if (!line.landed) return;                         // lost on the way
  const Instant at = std::max(*line.landed, now_);  // known to be whole only now
  side_of(connection, line.direction)
      .under_way.push_back({id, sent.begins, std::move(reading), at});
  landings_.push({at, completed_++, id, line.direction, connection.id, sent.begins, sent.ends_row});
}

std::optional<std::size_t> Observation::moment_of(LineId line, Moment::Kind kind) const {
  if (line.value >= places_.size()) return std::nullopt;
  const Places& places = places_[line.value];
  const auto& place = kind == Moment::Kind::departs ? places.departs : places.lands;
  if (!place) return std::nullopt;
  return *place;
}

}  // namespace imapscope::observer
