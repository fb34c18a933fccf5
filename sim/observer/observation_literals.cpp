// The part of Observation that decides which octets are a literal. A server that was asked for one
// says `+`, or completes the command; a client that does not wait makes it hard to tell.
#include "sim/observer/observation.h"

namespace imapscope::observer {

using trace::Direction;

// What a command sends after it asked whether it may has a row of its own.
void Observation::show_row(Connection& connection, std::string_view command) {
  Side& side = connection.to_server;
  if (side.rowless == 0 || command.size() <= side.rowless) return;
  Line& row = open_row(connection, *side.open, side.stream.pending_offset());
  row.bytes = command.substr(side.rowless);
  row.sent = now_;
  row.last_event = trace_.events.size() - 1;
}

// `begins`: where the command does, in the stream.
Line& Observation::open_row(Connection& connection, LineId command, std::uint64_t begins) {
  Side& side = connection.to_server;
  if (side.row) return lines_[side.row->value];
  Line& row = add_line(connection, Direction::to_server, now_);
  side.row = row.id;
  row.kind = LineKind::literal;
  row.command = command;
  row.head_octets = side.literal_octets;
  side.stream.locate(row, begins + side.rowless, 1);
  row.landed.reset();
  return row;
}

// The octets that the command has sent since its last row are whole.
void Observation::end_row(Connection& connection, LineId command, std::string_view so_far) {
  Side& side = connection.to_server;
  if (side.rowless == 0 || so_far.size() <= side.rowless) return;
  const std::uint64_t begins = lines_[command.value].stream_offset;
  Line& row = open_row(connection, command, begins);
  row.bytes = so_far.substr(side.rowless);
  side.stream.locate(row, begins + side.rowless, row.bytes.size());
  side.row.reset();
  side.rowless = side.open == command ? so_far.size() : 0;
  send_off(connection, row.id, {}, {});
}

// False: whether the literal comes cannot be known yet.
bool Observation::decide_literal(Connection& connection, const wire::LiteralAhead& ahead) {
  Side& side = connection.to_server;
  if (ahead.synchronizing) return decide_synchronizing(connection, ahead);
  const SessionModel* session = history_.model(connection.id);
  judge::ClientConduct::sends_literal_at_once(
      lines_[side.open->value], ahead.octets, ahead.so_far,
      connection.capabilities_known ? session->facts.capabilities : std::nullopt);
  side.stream.accept_literal();
  return true;
}

// The client waits for `+` here; what it sends next shows whether it was given one. If it does not
// wait, what follows is the literal or the next command, as the server will decide.
bool Observation::decide_synchronizing(Connection& connection, const wire::LiteralAhead& ahead) {
  Side& side = connection.to_server;
  Line& line = lines_[side.open->value];
  if (side.stream.pending().size() == ahead.so_far.size()) return false;
  const SessionModel& session = *history_.model(connection.id);
  const InProgressAtClient* sent = session.in_progress.find(line.id);
  if (sent == nullptr) {
    refuse_literal(connection);
    return true;
  }
  const bool told = sent->continuations > side.literals || session.incomplete;
  if (!told && !side.held) {
    judge::ClientConduct::sends_literal_unasked(line, ahead.so_far.size());
    side.held = true;
    connection.server_side
        .missed();  // from here on only the server knows which octets are commands
  }
  const bool asked = connection.server_side.continuations_of(line.id) > side.literals;
  if (!told && !asked && connection.server_spoke) return false;
  accept_literal(side);
  return true;
}

void Observation::accept_literal(Side& side) {
  ++side.literals;
  side.held = false;
  side.stream.accept_literal();
}

// Goes on behind a literal that did not wait. What stands there has reached the server long since.
void Observation::cut_held(Connection& connection) {
  cut_client(connection);
  show_beginning(connection, Direction::to_server);
  hear(connection, Direction::to_client);
}

// NO or BAD came instead of `+`: the command ended there.
void Observation::refuse_literal(Connection& connection) {
  Side& side = connection.to_server;
  const wire::FramerStep step = side.stream.next();
  const auto* ahead = std::get_if<wire::LiteralAhead>(&step);
  if (ahead == nullptr || !ahead->synchronizing || !side.open) return;
  const LineId id = close_line(connection, Direction::to_server, ahead->so_far, ahead->offset).id;
  end_row(connection, id, ahead->so_far);
  if (side.held) side.literal_end = ahead->offset + ahead->so_far.size() + ahead->octets;
  side.held = false;
  side.rowless = 0;
  side.stream.refuse_literal();
  if (side.row) make_line_of_row(lines_[side.row->value], side);
  send_off(connection, id, {}, {.ends_row = lines_[id.value].head_octets == 0});
}

// What was shown as octets of a literal begins a line of its own.
void Observation::make_line_of_row(Line& row, Side& side) {
  row.kind = LineKind::command;
  row.command.reset();
  row.head_octets = 0;
  row.bytes.clear();
  side.open = row.id;
  side.row.reset();
  side.begun = false;
  side.literals = 0;
}

// A command is completed, and a client's literal did not wait. With OK under its tag, it was taken.
// A dialogue that ends took the line for its own. A tag that nobody has seen stands behind it: it
// was refused, without a word under its tag.
void Observation::settle_by_completion(Connection& connection, LineId completion) {
  const Line& line = lines_[completion.value];
  if (line.kind != LineKind::tagged) return;
  Side& side = connection.to_server;
  const bool own = line.tag == lines_[side.open->value].tag;
  if (own && line.condition == Condition::ok) {
    accept_literal(side);
  } else if (!own && (!connection.server_side.has(line.tag) ||
                      connection.server_side.is_dialogue(line.tag))) {
    refuse_literal(connection);
  } else {
    return;
  }
  cut_held(connection);
}

}  // namespace imapscope::observer
