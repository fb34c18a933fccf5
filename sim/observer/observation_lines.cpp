// The half of Observation that cuts events into lines.
#include <algorithm>
#include <utility>

#include "sim/base/ascii.h"
#include "sim/base/line_end.h"
#include "sim/base/overloaded.h"
#include "sim/judge/server_conduct.h"
#include "sim/observer/observation.h"

namespace imapscope::observer {
namespace {

using trace::Direction;

bool is_unknown(const Response& response) {
  const auto* untagged = std::get_if<Untagged>(&response);
  return untagged != nullptr && std::holds_alternative<UnknownData>(untagged->data);
}

Said said_by(const trace::Note& note) {
  if (note.mail_for.empty()) return Said(note.text);
  return {"note.mail", {{"user", note.mail_for}, {"subject", note.text}}};
}

// Whether the client's next line belongs to a dialogue: a SASL response, or DONE.
bool expects_client_data(const SessionModel* session, std::string_view line) {
  if (session == nullptr) return ascii::equal_ignoring_case(line, "DONE");
  if (session->in_progress.empty()) {
    return session->incomplete && ascii::equal_ignoring_case(line, "DONE");
  }
  const InProgressAtClient& last = session->in_progress.newest();
  if (has(last.facts.verb, Trait::idles)) {
    const bool idling = last.continuations > 0 && last.answers == 0;
    return idling || ascii::equal_ignoring_case(line, "DONE");
  }
  return has(last.facts.verb, Trait::dialogue) && last.continuations > last.answers;
}

}  // namespace

Observation::Connection& Observation::connection_of(trace::ConnectionId id) {
  const auto [at, added] = connections_.try_emplace(id);
  if (added) at->second.id = id;
  return at->second;
}

Observation::Side& Observation::side_of(Connection& connection, Direction direction) {
  return direction == Direction::to_server ? connection.to_server : connection.to_client;
}

void Observation::take(const trace::Event& event, std::size_t index) {
  std::visit(overloaded{
                 [&](const trace::Payload& payload) { take_payload(event, payload, index); },
                 [&](const trace::Opened&) {
                   take_beside(event, index, LineKind::opened, Said("note.connected"));
                 },
                 [&](const trace::Closed& closed) {
                   take_beside(event, index, LineKind::closed,
                               Said(closed.abrupt ? "note.broken" : "note.closed"));
                 },
                 [&](const trace::Gap& gap) { take_gap(event, gap, index); },
                 [&](const trace::Opaque& opaque) {
                   take_opaque(event, opaque.octets, Said(opaque.what), index);
                 },
                 [&](const trace::Note& note) {
                   take_beside(event, index, LineKind::note, said_by(note));
                 },
             },
             event.what);
}

void Observation::take_payload(const trace::Event& event, const trace::Payload& payload,
                               std::size_t index) {
  Connection& connection = connection_of(event.connection);
  if (connection.compressed) {
    take_opaque(event, payload.bytes.size(), Said("note.compressed"), index);
    return;
  }
  hear(connection, event.direction);
  Side& side = side_of(connection, event.direction);
  side.opaque.reset();
  side.stream.feed(event, payload, index);
  if (event.direction == Direction::to_server) {
    cut_client(connection);
  } else {
    cut_server(connection);
  }
  Line* line = show_beginning(connection, event.direction);
  if (line == nullptr) return;
  line->sent = event.sent;
  line->last_event = index;
}

// What is left of the octets is the beginning of a line. Null: nothing is left.
Line* Observation::show_beginning(Connection& connection, Direction direction) {
  const Stream& stream = side_of(connection, direction).stream;
  if (stream.pending().empty()) return nullptr;
  Line& line = open_line(connection, direction, stream.pending_offset());
  line.bytes.append(stream.pending().substr(line.bytes.size()));
  const LineId id = line.id;
  if (direction == Direction::to_server) show_row(connection, stream.pending());
  return &lines_[id.value];
}

Line& Observation::add_line(Connection& connection, Direction direction, Instant sent) {
  const LineId id{static_cast<std::uint32_t>(lines_.size())};
  Line& line = lines_.emplace_back();
  places_.emplace_back();
  line.id = id;
  line.connection = connection.id;
  line.direction = direction;
  line.kind = direction == Direction::to_server ? LineKind::command : LineKind::untagged;
  line.sent = sent;
  add_moment(sent, id, Moment::Kind::departs);
  return line;
}

Line& Observation::open_line(Connection& connection, Direction direction, std::uint64_t offset) {
  Side& side = side_of(connection, direction);
  if (side.open) return lines_[side.open->value];
  Line& line = add_line(connection, direction, now_);
  side.open = line.id;
  side.begun = side.held = false;
  side.literals = 0;
  side.rowless = 0;
  side.stream.place(line, offset, 1);
  line.landed.reset();
  return line;
}

Line& Observation::close_line(Connection& connection, Direction direction, std::string_view bytes,
                              std::uint64_t offset) {
  Side& side = side_of(connection, direction);
  Line& line = side.open ? lines_[side.open->value] : add_line(connection, direction, now_);
  side.open.reset();
  side.stream.place(line, offset, bytes.size());
  line.bytes = bytes;
  return line;
}

void Observation::cut_client(Connection& connection) {
  Stream& stream = connection.to_server.stream;
  for (;;) {
    const wire::FramerStep step = stream.next();
    if (std::holds_alternative<wire::Incomplete>(step)) return;
    if (const auto* frame = std::get_if<wire::Frame>(&step)) {
      finish_client(connection, frame->bytes, frame->offset);
    } else if (const auto* ahead = std::get_if<wire::LiteralAhead>(&step)) {
      if (is_no_command(connection, *ahead)) {
        finish_client(connection, ahead->so_far, ahead->offset);
        stream.refuse_literal();
      } else {
        begin_command(connection, *ahead);
        if (!decide_literal(connection, *ahead)) return;
      }
    } else {
      const auto& too_long = std::get<wire::LineTooLong>(step);
      unreadable(connection, Direction::to_server, too_long.beginning, too_long.offset,
                 Said("note.too_long"));
    }
  }
}

// Whether the line ends at its `{n}`: it belongs to a dialogue, or has no tag under which a server
// could ask for more.
bool Observation::is_no_command(const Connection& connection,
                                const wire::LiteralAhead& ahead) const {
  if (ahead.synchronizing && !is_tag(command_start(ahead.so_far).tag)) return true;
  return !connection.to_server.begun &&
         expects_client_data(history_.model(connection.id), without_line_end(ahead.so_far));
}

void Observation::begin_command(Connection& connection, const wire::LiteralAhead& ahead) {
  Side& side = connection.to_server;
  const LineId id = open_line(connection, Direction::to_server, ahead.offset).id;
  if (side.begun) {
    if (ahead.synchronizing) end_row(connection, id, ahead.so_far);
    side.literal_octets = ahead.octets;
    return;
  }
  Line& line = lines_[id.value];
  side.begun = true;
  side.literal_octets = ahead.octets;
  CommandStart start = command_start(ahead.so_far);
  line.tag = std::move(start.tag);
  line.name = std::move(start.verb);
  if (!is_tag(line.tag)) return;
  Line place = line;
  side.stream.place(place, ahead.offset, ahead.so_far.size());
  line.sent = place.sent;
  line.landed = place.landed;
  const bool asks = ahead.synchronizing && line.landed;
  if (asks) line.head_octets = side.rowless = ahead.so_far.size();
  send_off(connection, line.id, {}, {.begins = true, .ends_row = asks});
  line.landed.reset();
  apply_sent(StepKind::command_begins, line, nullptr);
}

void Observation::apply_sent(StepKind kind, Line& line, const Reading* reading) {
  apply(kind, line.id, reading, moments_.size() - 1);
  const Moment& last = moments_.back();
  const bool its_row = last.line == line.id || (lines_[last.line.value].kind == LineKind::literal &&
                                                lines_[last.line.value].command == line.id);
  const bool same = its_row && last.kind == Moment::Kind::departs && last.at == now_;
  if (same) history_.amend_moment();
}

void Observation::finish_client(Connection& connection, std::string_view bytes,
                                std::uint64_t offset) {
  Side& side = connection.to_server;
  const LineId id = close_line(connection, Direction::to_server, bytes, offset).id;
  end_row(connection, id, bytes);
  Line& line = lines_[id.value];
  const SessionModel* session = history_.model(connection.id);
  Reading reading;
  if (expects_client_data(session, without_line_end(bytes))) {
    line.kind = LineKind::client_data;
    line.name = ascii::equal_ignoring_case(without_line_end(bytes), "DONE") ? "DONE" : "";
    if (session != nullptr && !session->in_progress.empty()) {
      const CommandInProgress& command = session->in_progress.newest().facts;
      line.command = command.line;
      if (has(command.verb, Trait::idles) && line.name.empty()) {
        judge::ClientConduct::breaks_into_idle(line);
        connection.server_side.missed();  // what the server was asked since is in doubt
      }
    }
    apply_sent(StepKind::client_data, line, nullptr);
  } else {
    reading = read_command(line);
    if (side.in_doubt && reading.error) line.kind = LineKind::unreadable;
    side.in_doubt = side.in_doubt && reading.error;
    const bool literal = offset < side.literal_end && reading.error;
    if (literal) {
      line.kind = LineKind::unreadable;
      line.note = Said("note.refused_literal");
    } else if (!side.in_doubt) {
      connection.client_conduct.sends(line, reading, session, trace_.header.clocking,
                                      connection.server_side.speaks_known_extensions_only());
    }
    // The rest of one that was refused at its literal begins nothing anew.
    const bool over = line.completion.has_value();
    if (line.kind == LineKind::command && !over) apply_sent(StepKind::command, line, &reading);
  }
  send_off(connection, line.id, std::move(reading), {.ends_row = line.head_octets == 0});
}

void Observation::cut_server(Connection& connection) {
  Stream& stream = connection.to_client.stream;
  for (;;) {
    const wire::FramerStep step = stream.next();
    if (const auto* frame = std::get_if<wire::Frame>(&step)) {
      finish_server(connection, frame->bytes, frame->offset);
    } else if (const auto* too_long = std::get_if<wire::LineTooLong>(&step)) {
      unreadable(connection, Direction::to_client, too_long->beginning, too_long->offset,
                 Said("note.too_long"));
    } else {
      return;
    }
  }
}

void Observation::finish_server(Connection& connection, std::string_view bytes,
                                std::uint64_t offset) {
  Side& side = connection.to_client;
  Line& line = close_line(connection, Direction::to_client, bytes, offset);
  Reading reading = read_response(line, !connection.server_spoke && !side.in_doubt);
  connection.server_spoke = true;
  // The text of a mail may look like data that are not known here.
  const bool understood = reading.response && !is_unknown(*reading.response);
  if (side.in_doubt && !understood) {
    line.kind = LineKind::unreadable;
    reading.response.reset();
  }
  side.in_doubt = side.in_doubt && !understood;
  const LineId id = line.id;
  const bool held = connection.to_server.held;
  if (held) settle_by_completion(connection, id);
  const std::optional<LineId> completed = judge_server(connection, lines_[id.value], reading);
  if (completed) follow_completion(connection, *completed, lines_[id.value]);
  advise_of_untagged_bad(connection);
  if (held) cut_held(connection);
  send_off(connection, id, std::move(reading), {});
}

// Gives the command that the line completes.
std::optional<LineId> Observation::judge_server(Connection& connection, Line& line,
                                                const Reading& reading) {
  ServerSide& server = connection.server_side;
  if (reading.response) {
    server.attribute(line, *reading.response);
  } else {
    server.attribute_unread(line);
  }
  judge::judge_response(line, reading, server, connection.to_client.in_doubt);
  return reading.response ? server.follow(line, *reading.response) : std::nullopt;
}

void Observation::advise_of_untagged_bad(Connection& connection) {
  const auto bad = connection.server_side.take_bad_without_tag();
  if (bad) judge::judge_bad_without_tag(lines_[bad->value]);
}

void Observation::follow_completion(Connection& connection, LineId completed, Line& completion) {
  Line& command = lines_[completed.value];
  command.completion = completion.id;
  if (connection.to_server.open == completed) refuse_literal(connection);
  if (completion.condition) {
    judge::ClientConduct::completed(command, *completion.condition,
                                    connection.server_side.speaks_unknown_extensions());
  }
  if (completion.condition == Condition::bad) judge::judge_refusal(completion, command);
  connection.compressed =
      has(command.name, Trait::compresses) && completion.condition == Condition::ok;
}

void Observation::unreadable(Connection& connection, Direction direction, std::string_view bytes,
                             std::uint64_t offset, Said note) {
  const LineId id = close_line(connection, direction, bytes, offset).id;
  if (direction == Direction::to_server) {
    end_row(connection, id, bytes);
    connection.to_server.rowless = 0;
  }
  Line& line = lines_[id.value];
  line.kind = LineKind::unreadable;
  line.note = std::move(note);
  send_off(connection, line.id, {}, {.ends_row = line.head_octets == 0});
}

}  // namespace imapscope::observer
