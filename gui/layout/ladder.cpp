#include "gui/layout/ladder.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace imapscope::gui {
namespace {

/// The rows that leave one end of one connection, in order.
struct Departures {
  std::vector<std::int64_t> at;
  std::vector<std::size_t> rows;

  /// The last row that left before `time`, if it comes after `row`.
  [[nodiscard]] std::optional<std::size_t> last_before(std::int64_t time, std::size_t row) const {
    const auto after = std::lower_bound(at.begin(), at.end(), time);
    if (after == at.begin()) return std::nullopt;
    const std::size_t found = rows[static_cast<std::size_t>(after - at.begin()) - 1];
    return found > row ? std::optional(found) : std::nullopt;
  }
};

using End = std::pair<std::size_t, bool>;  // lane, and whether it is the client's end that sends

std::map<End, Departures> departures_of(std::span<const LadderRow> rows) {
  std::map<End, Departures> ends;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    Departures& end = ends[{rows[i].lane, rows[i].to_server}];
    const std::int64_t at = rows[i].departs;
    end.at.push_back(end.at.empty() ? at : std::max(end.at.back(), at));
    end.rows.push_back(i);
  }
  return ends;
}

std::vector<PlacedRow> stack(std::span<const LadderRow> rows, const LadderMetrics& m) {
  std::vector<PlacedRow> placed;
  placed.reserve(rows.size());
  float y = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const LadderRow& row = rows[i];
    PlacedRow p;
    p.top = y;
    if (row.idle_before) y += m.break_height;
    if (row.fork_before) y += m.fork_height;
    if (i > 0 && row.command == i) y += m.exchange_gap;
    p.label = y;
    y += m.label + m.text_line * static_cast<float>(std::max<std::size_t>(row.text_lines, 1) - 1);
    p.start = y;
    p.end = m.level ? y : y + m.slope;
    p.bottom = p.end + m.below;
    y = p.bottom;
    placed.push_back(p);
  }
  return placed;
}

/// Lets arrows end below what left the other end before they landed.
void cross(std::span<const LadderRow> rows, std::vector<PlacedRow>& placed,
           const LadderMetrics& m) {
  if (m.level) return;
  const auto ends = departures_of(rows);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto opposite = ends.find({rows[i].lane, !rows[i].to_server});
    if (!rows[i].lands || opposite == ends.end()) continue;
    if (const auto met = opposite->second.last_before(*rows[i].lands, i)) {
      placed[i].end = std::max(placed[i].end, placed[*met].start + m.slope);
    }
  }
}

std::vector<PlacedExchange> tie_exchanges(std::span<const LadderRow> rows,
                                          std::span<const PlacedRow> placed) {
  std::vector<PlacedExchange> exchanges;
  std::map<std::size_t, std::size_t> by_command;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (!rows[i].command) continue;
    const auto [at, is_new] = by_command.try_emplace(*rows[i].command, exchanges.size());
    if (is_new) exchanges.emplace_back();
    PlacedExchange& exchange = exchanges[at->second];
    exchange.command = *rows[i].command;
    exchange.lane = rows[i].lane;
    exchange.last = i;
    exchange.complete = exchange.complete || rows[i].completes;
    exchange.top = is_new ? placed[i].start : exchange.top;
    exchange.bottom = is_new ? placed[i].end : std::max(exchange.bottom, placed[i].end);
  }
  return exchanges;
}

/// Gives each bracket the lowest depth that no bracket it overlaps on its lane has.
void set_depths(std::vector<PlacedExchange>& exchanges) {
  std::map<std::size_t, std::vector<float>> free_from;  // per lane: where each depth ends
  for (PlacedExchange& exchange : exchanges) {
    std::vector<float>& depths = free_from[exchange.lane];
    const auto free = std::find_if(depths.begin(), depths.end(),
                                   [&](float bottom) { return bottom <= exchange.top; });
    exchange.depth = static_cast<std::size_t>(free - depths.begin());
    if (free == depths.end()) {
      depths.push_back(exchange.bottom);
    } else {
      *free = exchange.bottom;
    }
  }
}

}  // namespace

LadderMetrics LadderMetrics::scaled(float scale) const {
  LadderMetrics m = *this;
  for (float* length :
       {&m.label, &m.text_line, &m.slope, &m.below, &m.exchange_gap, &m.break_height,
        &m.fork_height, &m.margin_left, &m.margin_right, &m.lane_pitch, &m.bracket_pitch,
        &m.bracket, &m.bracket_cap, &m.text_left, &m.text_right}) {
    *length = std::round(*length * scale);
  }
  return m;
}

LadderMetrics LadderMetrics::compact() {
  LadderMetrics m;
  m.margin_left = 39;
  m.margin_right = 29;
  m.lane_pitch = 28;
  m.bracket_pitch = 4;
  m.bracket = 11;
  m.bracket_cap = 8;
  m.text_left = 10;
  m.text_right = 5;
  return m;
}

Ladder::Ladder(std::span<const LadderRow> rows, const LadderMetrics& metrics)
    : rows_(stack(rows, metrics)) {
  cross(rows, rows_, metrics);
  exchanges_ = tie_exchanges(rows, rows_);
  set_depths(exchanges_);
  float lowest = 0;
  for (const PlacedRow& row : rows_)
    reach_.push_back(lowest = std::max({lowest, row.end, row.bottom}));
  lowest = 0;
  for (const PlacedExchange& exchange : exchanges_) {
    exchange_reach_.push_back(lowest = std::max(lowest, exchange.bottom));
  }
}

Ladder::Range Ladder::visible(float top, float bottom) const {
  const auto first = std::lower_bound(reach_.begin(), reach_.end(), top);
  const auto last = std::upper_bound(rows_.begin(), rows_.end(), bottom,
                                     [](float y, const PlacedRow& row) { return y < row.top; });
  const auto from = static_cast<std::size_t>(first - reach_.begin());
  return {from, std::max(from, static_cast<std::size_t>(last - rows_.begin()))};
}

std::vector<PlacedExchange> Ladder::exchanges(float top, float bottom) const {
  const auto first = std::lower_bound(exchange_reach_.begin(), exchange_reach_.end(), top);
  std::vector<PlacedExchange> found;
  for (auto i = static_cast<std::size_t>(first - exchange_reach_.begin()); i < exchanges_.size();
       ++i) {
    if (exchanges_[i].top > bottom) break;
    if (exchanges_[i].bottom >= top) found.push_back(exchanges_[i]);
  }
  return found;
}

const PlacedExchange* Ladder::exchange_of(std::size_t command_row) const {
  const auto at = std::lower_bound(
      exchanges_.begin(), exchanges_.end(), command_row,
      [](const PlacedExchange& exchange, std::size_t row) { return exchange.command < row; });
  return at != exchanges_.end() && at->command == command_row ? &*at : nullptr;
}

LanePlaces place_lanes(std::size_t clients, float left, float width, const LadderMetrics& m) {
  LanePlaces places;
  const float first = left + m.margin_left;
  const float last = left + width - m.margin_right;
  const std::size_t on_right = clients / 2;
  const std::size_t on_left = clients - on_right;
  // In the middle; of three clients, the two on the left need a little more room.
  const float share = clients == 3 ? 0.58F : 0.5F;
  places.server = std::round(on_right == 0 ? last : first + (last - first) * share);
  // A side keeps at least half of its width for labels.
  const auto pitch = [&](std::size_t count, float side) {
    return count < 2 ? 0
                     : std::round(std::min(m.lane_pitch, side / 2 / static_cast<float>(count - 1)));
  };
  const float left_pitch = pitch(on_left, places.server - first);
  const float right_pitch = pitch(on_right, last - places.server);
  const float left_inner =
      first + left_pitch * static_cast<float>(std::max<std::size_t>(on_left, 1) - 1);
  const float right_inner =
      last - right_pitch * static_cast<float>(std::max<std::size_t>(on_right, 1) - 1);
  for (std::size_t i = 0; i < clients; ++i) {
    const bool is_left = i % 2 == 0;
    const auto rank = static_cast<float>(i / 2);
    places.left_side.push_back(is_left);
    places.clients.push_back(
        std::round(is_left ? first + rank * left_pitch : last - rank * right_pitch));
    places.labels.push_back(is_left ? LanePlaces::Span{left_inner, places.server}
                                    : LanePlaces::Span{places.server, right_inner});
  }
  return places;
}

}  // namespace imapscope::gui
