// The part of Observation that takes what is no line: connections that come and go, gaps, and what
// cannot be read.
#include <utility>

#include "sim/observer/observation.h"

namespace imapscope::observer {
namespace {

using trace::Direction;

Said missing(const std::optional<std::uint64_t>& octets, Direction direction) {
  const bool of_client = direction == Direction::to_server;
  if (!octets) return Said(of_client ? "note.gap.of_client" : "note.gap.of_server");
  return {of_client ? "note.gap.octets_of_client" : "note.gap.octets_of_server",
          {{"count", *octets}}};
}

}  // namespace

// What is held of a line whose rest will never come stays to be seen.
void Observation::keep_torso(Connection& connection, Direction direction) {
  Side& side = side_of(connection, direction);
  if (!side.open) return;
  Line& line = lines_[side.open->value];
  line.note = Said("note.torso");
  if (side.row) lines_[side.row->value].note = line.note;
  side.open.reset();
  side.row.reset();
  side.rowless = 0;
  side.held = false;
}

void Observation::take_beside(const trace::Event& event, std::size_t index, LineKind kind,
                              Said note) {
  Connection& connection = connection_of(event.connection);
  hear(connection, event.direction);
  Line& line = add_line(connection, event.direction, event.sent);
  line.kind = kind;
  line.note = std::move(note);
  line.landed = event.landed;
  line.first_event = line.last_event = index;
  line.stream_offset = side_of(connection, event.direction).stream.fed();
  if (kind == LineKind::opened) {
    connection.opened = line.id;
    connection.server_side.opened();
    apply_sent(StepKind::opened, line, nullptr);
  }
  if (kind == LineKind::closed) {
    keep_torso(connection, event.direction);
    connection.server_side.closes();
    advise_of_untagged_bad(connection);
    if (event.direction == Direction::to_server) apply_sent(StepKind::closed, line, nullptr);
  }
  if (line.landed) {
    landings_.push({*line.landed, completed_++, line.id, event.direction, connection.id});
  }
}

void Observation::take_gap(const trace::Event& event, const trace::Gap& gap, std::size_t index) {
  Connection& connection = connection_of(event.connection);
  Side& side = side_of(connection, event.direction);
  keep_torso(connection, event.direction);
  const bool begins = !gap.octets && side.stream.fed() == 0 && !side.in_doubt;
  side.in_doubt = true;
  connection.server_side.missed();
  if (event.direction == Direction::to_client) connection.server_side.missed_answers();
  if (begins && connection.opened)
    lines_[connection.opened->value].note = Said("note.connected_earlier");
  take_beside(event, index, LineKind::gap,
              begins ? Said("note.gap.before") : missing(gap.octets, event.direction));
  side.stream.skip(gap.octets.value_or(0));
  apply_sent(StepKind::gap, lines_.back(), nullptr);
}

void Observation::take_opaque(const trace::Event& event, std::uint64_t octets, const Said& what,
                              std::size_t index) {
  Connection& connection = connection_of(event.connection);
  Side& side = side_of(connection, event.direction);
  keep_torso(connection, event.direction);
  if (!side.opaque) {
    take_beside(event, index, LineKind::opaque, Said());
    side.opaque = lines_.back().id;
    apply_sent(StepKind::opaque, lines_.back(), nullptr);
  }
  side.stream.skip(octets);
  Line& line = lines_[side.opaque->value];
  line.last_event = index;
  line.note =
      Said("note.opaque", {{"what", what}, {"count", side.stream.fed() - line.stream_offset}});
}

}  // namespace imapscope::observer
