#include "gui/panes/traffic/traffic_rows.h"

#include <algorithm>
#include <map>

#include "gui/panes/traffic/traffic_label.h"
#include "gui/panes/traffic/wire_marks.h"
#include "sim/observer/row.h"

namespace imapscope::gui {
namespace {

using observer::Line;
using observer::LineKind;
using observer::Moment;

bool to_server(trace::Direction direction) {
  return direction == trace::Direction::to_server;
}

/// The moments of every line, as places in their common order.
struct Moments {
  std::vector<std::int64_t> departs;
  std::vector<std::optional<std::int64_t>> lands;
};

Moments moments_of(const observer::Timeline& timeline) {
  const std::size_t count = timeline.lines().size();
  Moments of{std::vector<std::int64_t>(count, 0), std::vector<std::optional<std::int64_t>>(count)};
  std::int64_t place = 0;
  for (const Moment& moment : timeline.moments()) {
    ++place;
    if (moment.kind == Moment::Kind::departs) {
      of.departs[moment.line.value] = place;
    } else {
      of.lands[moment.line.value] = place;
    }
  }
  return of;
}

std::size_t body_lines(const Scene& scene, const Line& line) {
  if (!scene.view.open_folds.contains(line.id)) return 0;
  return observer::row_text(line).body.size();
}

/// Lanes that leave less than this to a label let it wrap; in design pixels.
constexpr float roomy_lane = 200;

/// What an event carries of the protocol.
struct Carried {
  std::optional<std::uint32_t> first;      ///< the first line it carries a part of
  std::optional<std::uint32_t> completed;  ///< the command that a line in it completes
};

/// A message of POP3 is the end of the answer that brings it.
bool completes(const Line& line) {
  const bool is_message = line.kind == LineKind::literal && !to_server(line.direction);
  return line.command && (line.kind == LineKind::tagged || is_message);
}

std::vector<Carried> carried_by(const observer::Timeline& timeline) {
  const auto& events = timeline.trace().events;
  std::vector<Carried> carried(events.size());
  for (const Line& line : timeline.lines()) {
    for (std::size_t i = line.first_event; i <= line.last_event && i < events.size(); ++i) {
      if (events[i].connection != line.connection || events[i].direction != line.direction)
        continue;
      if (!carried[i].first) carried[i].first = line.id.value;
    }
    if (completes(line) && line.last_event < events.size()) {
      carried[line.last_event].completed = line.command->value;
    }
  }
  return carried;
}

/// The command whose exchange a line belongs to.
std::optional<observer::LineId> command_of(const Line& line) {
  return line.kind == LineKind::command ? std::optional(line.id) : line.command;
}

}  // namespace

/// Finds the metrics: compact ones in Present, and where lanes are narrow.
void TrafficRows::measure(const Scene& scene, float width) {
  const Theme& theme = *scene.theme;
  const std::size_t lanes = scene.lanes.size();
  const auto rooms = [&](const LadderMetrics& m) {
    std::vector<float> rooms;
    for (const LanePlaces::Span& lane : place_lanes(lanes, 0, width, m).labels) {
      rooms.push_back(lane.right - lane.left - m.text_left - m.text_right);
    }
    return rooms;
  };
  metrics_ = LadderMetrics().scaled(theme.scale);
  rooms_ = rooms(metrics_);
  compact_ = theme.presenter || std::any_of(rooms_.begin(), rooms_.end(), [&](float room) {
               return room < theme.px(roomy_lane);
             });
  if (compact_) metrics_ = LadderMetrics::compact().scaled(theme.scale);
  rooms_ = compact_ ? rooms(metrics_) : std::vector<float>();
  metrics_.text_line = theme.faces.wire_line;
  metrics_.label = theme.faces.wire_line + theme.px(space::chip_gap);
  metrics_.level = scene.timeline->trace().header.clocking == trace::Clocking::one_tap;
}

std::size_t TrafficRows::label_lines_of(const Scene& scene, const Line& line,
                                        std::size_t lane) const {
  if (rooms_.empty() || line.bytes.empty()) return 1;
  const LabelSize size = label_size(scene, line);
  return size.columns > columns_in(*scene.theme, rooms_[lane] - size.marks) ? 2 : 1;
}

void TrafficRows::update(const Scene& scene, float width) {
  measure(scene, width);
  const float scale = scene.theme->scale;
  const Key key{scene.timeline,
                scene.revision,
                scene.timeline->lines().size(),
                scene.view.rows,
                scene.view.open_folds,
                scale,
                scene.lanes.size(),
                compact_,
                rooms_};
  if (key == key_) return;
  key_ = key;
  rows_.clear();
  shown_.clear();
  row_of_line_.assign(key.lines, std::nullopt);
  fork_found_ = false;
  if (key.mode == RowMode::lines) {
    add_lines(scene);
  } else {
    add_segments(scene);
  }
  mark_idle(scene);
  ladder_ = Ladder(rows_, metrics_);
}

bool TrafficRows::begins_branch(const Scene& scene, std::size_t event) {
  if (fork_found_ || !scene.own_from || event < *scene.own_from) return false;
  return fork_found_ = true;
}

void TrafficRows::add_lines(const Scene& scene) {
  const auto lanes = lanes_by_connection(scene);
  const Moments moments = moments_of(*scene.timeline);
  for (const Line& line : scene.timeline->lines()) {
    const auto lane = lanes.find(line.connection);
    const bool is_note = line.kind == observer::LineKind::note && !scene.lanes.empty();
    if (lane == lanes.end() && !is_note) continue;
    row_of_line_[line.id.value] = rows_.size();
    LadderRow row;
    row.lane = is_note ? 0 : lane->second;  // a note stands at the server, whoever it concerns
    row.to_server = to_server(line.direction);
    row.departs = moments.departs[line.id.value];
    row.lands = moments.lands[line.id.value];
    if (line.kind == LineKind::command) row.command = rows_.size();
    if (line.command) row.command = row_of(*line.command);
    row.completes = completes(line);
    const std::size_t label_lines = is_note ? 1 : label_lines_of(scene, line, row.lane);
    row.text_lines = label_lines + body_lines(scene, line);
    row.fork_before = begins_branch(scene, line.first_event);
    rows_.push_back(row);
    shown_.push_back({line.id.value, line.id.value, label_lines});
  }
}

void TrafficRows::add_segments(const Scene& scene) {
  const auto lanes = lanes_by_connection(scene);
  const auto carried = carried_by(*scene.timeline);
  const auto& events = scene.timeline->trace().events;
  for (std::size_t i = 0; i < events.size(); ++i) {
    const trace::Event& event = events[i];
    const auto lane = lanes.find(event.connection);
    if (lane == lanes.end() || !std::holds_alternative<trace::Payload>(event.what)) continue;
    const auto [first, completed] = carried[i];
    if (first && !row_of_line_[*first]) row_of_line_[*first] = rows_.size();
    LadderRow row;
    row.lane = lane->second;
    row.to_server = to_server(event.direction);
    row.departs = event.sent.us;
    row.fork_before = begins_branch(scene, i);
    if (event.landed) row.lands = event.landed->us;
    const auto command = completed ? std::optional(observer::LineId{*completed})
                         : first   ? command_of(scene.timeline->lines()[*first])
                                   : std::nullopt;
    if (command) row.command = row_of(*command);
    row.completes = completed.has_value();
    rows_.push_back(row);
    shown_.push_back({static_cast<std::uint32_t>(i), first, 1});
  }
}

Instant TrafficRows::sent(const Scene& scene, std::size_t row) const {
  const std::uint32_t index = shown_[row].index;
  return key_.mode == RowMode::lines
             ? observer::row_time(*scene.timeline, scene.timeline->lines()[index])
             : scene.timeline->trace().events[index].sent;
}

void TrafficRows::mark_idle(const Scene& scene) {
  idle_.clear();
  const auto& breaks = scene.presentation->breaks();
  auto next = breaks.begin();
  for (std::size_t i = 0; i < rows_.size() && next != breaks.end(); ++i) {
    if (sent(scene, i) < next->to) continue;
    Duration longest;
    while (next != breaks.end() && sent(scene, i) >= next->to) {
      longest = std::max(longest, next->to - next->from);
      ++next;
    }
    if (i == 0) continue;
    rows_[i].idle_before = true;
    idle_.emplace_back(i, longest);
  }
}

const Line* TrafficRows::line(const Scene& scene, std::size_t row) const {
  const auto line = shown_[row].line;
  return line ? &scene.timeline->lines()[*line] : nullptr;
}

const trace::Event* TrafficRows::segment(const Scene& scene, std::size_t row) const {
  if (key_.mode == RowMode::lines) return nullptr;
  return &scene.timeline->trace().events[shown_[row].index];
}

std::optional<std::size_t> TrafficRows::row_of(observer::LineId line) const {
  return line.value < row_of_line_.size() ? row_of_line_[line.value] : std::nullopt;
}

std::size_t TrafficRows::departed(const Scene& scene) const {
  const std::int64_t now = key_.mode == RowMode::lines
                               ? static_cast<std::int64_t>(scene.head.moments)
                               : scene.head.wire.us;
  if (scene.head.moments == 0) return 0;
  const auto after = std::partition_point(rows_.begin(), rows_.end(),
                                          [&](const LadderRow& row) { return row.departs <= now; });
  return static_cast<std::size_t>(after - rows_.begin());
}

double TrafficRows::flight(const Scene& scene, std::size_t row) const {
  const LadderRow& r = rows_[row];
  if (key_.mode == RowMode::lines && r.lands) {
    return scene.presentation->flight({shown_[row].index}, scene.head.shown).value_or(0);
  }
  if (r.lands) {
    const std::int64_t whole = *r.lands - r.departs;
    const double share =
        whole > 0 ? static_cast<double>(scene.head.wire.us - r.departs) / static_cast<double>(whole)
                  : 1;
    return std::clamp(share, 0.0, 1.0);
  }
  const auto left = scene.presentation->shown_time(sent(scene, row));
  const double elapsed = static_cast<double>(scene.head.shown.us - left.us);
  return std::clamp(elapsed / static_cast<double>(observer::Presentation::flight_us), 0.0,
                    wire_marks::lost_at);
}

double TrafficRows::shown_flight(const Scene& scene, std::size_t row) const {
  return scene.theme->motion || !rows_[row].lands ? flight(scene, row) : 1;
}

std::size_t TrafficRows::followed(const Scene& scene, std::size_t departed) const {
  constexpr std::size_t looked_at = 64;
  const LadderRow& newest = rows_[departed - 1];
  std::size_t row = departed - 1;
  while (row > 0 && departed - row < looked_at && rows_[row - 1].lane == newest.lane &&
         rows_[row - 1].to_server == newest.to_server && rows_[row - 1].lands &&
         shown_flight(scene, row - 1) < 1) {
    --row;
  }
  return row;
}

Duration TrafficRows::idle_before(std::size_t row) const {
  const auto at =
      std::lower_bound(idle_.begin(), idle_.end(), row,
                       [](const auto& entry, std::size_t r) { return entry.first < r; });
  return at != idle_.end() && at->first == row ? at->second : Duration{};
}

}  // namespace imapscope::gui
