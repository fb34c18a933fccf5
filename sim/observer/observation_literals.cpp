// The part of Observation that decides which octets are a literal. A server that was asked for one
// says `+`, or completes the command; a client that does not wait makes it hard to tell.
#include "sim/observer/observation.h"

namespace imapscope::observer {

using trace::Direction;

// False: whether the literal comes cannot be known yet.
bool Observation::decide_literal(Connection& connection, const wire::LiteralAhead& ahead) {
  Side& side = connection.to_server;
  if (ahead.synchronizing) return decide_synchronizing(connection, ahead);
  const SessionModel* session = history_.model(connection.id);
  ClientConduct::sends_literal_at_once(
      lines_[side.open->value], ahead.octets, ahead.so_far.size(),
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
  const Issued* issued = session.issued.find(line.id);
  if (issued == nullptr) {
    refuse_literal(connection);
    return true;
  }
  const bool told = issued->continuations > side.literals || session.incomplete;
  if (!told && !side.held) {
    ClientConduct::sends_literal_unasked(line, ahead.so_far.size());
    side.held = true;
    connection.conduct.missed();  // from here on only the server knows which octets are commands
  }
  const bool asked = connection.conduct.continuations_of(line.id) > side.literals;
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
  const Line& line = close_line(connection, Direction::to_server, ahead->so_far, ahead->offset);
  side.held = false;
  side.stream.refuse_literal();
  send_off(connection, line.id, {}, false);
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
  } else if (!own &&
             (!connection.conduct.has(line.tag) || connection.conduct.is_dialogue(line.tag))) {
    refuse_literal(connection);
  } else {
    return;
  }
  cut_held(connection);
}

}  // namespace imapscope::observer
