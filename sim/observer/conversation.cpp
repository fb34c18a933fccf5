#include "sim/observer/conversation.h"

#include <utility>

#include "sim/base/overloaded.h"

namespace imapscope::observer {
namespace {

using trace::Direction;

Said said_by(const trace::Note& note) {
  if (note.mail_for.empty()) return Said(note.text);
  return {note.bounced ? "note.mail_bounced" : "note.mail",
          {{"user", note.mail_for}, {"subject", note.text}}};
}

Said said_of(const trace::Secured& secured) {
  if (secured.octets == 0) return Said("note.tls");
  return {"note.tls_octets", {{"count", secured.octets}}};
}

Said missing(const std::optional<std::uint64_t>& octets, Direction direction) {
  const bool of_client = direction == Direction::to_server;
  if (!octets) return Said(of_client ? "note.gap.of_client" : "note.gap.of_server");
  return {of_client ? "note.gap.octets_of_client" : "note.gap.octets_of_server",
          {{"count", *octets}}};
}

}  // namespace

void Conversation::take(const trace::Event& event, std::size_t index) {
  newest_event_ = index;
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
                 [&](const trace::Secured& secured) { take_secured(event, secured, index); },
                 [&](const trace::Note& note) {
                   take_beside(event, index, LineKind::note, said_by(note));
                 },
             },
             event.what);
}

void Conversation::take_payload(const trace::Event& event, const trace::Payload& payload,
                                std::size_t index) {
  chronicle_.hear(place_.id, event.direction);
  if (const auto what = hidden(event.direction, payload)) {
    take_opaque(event, payload.bytes.size(), *what, index);
    return;
  }
  Side& speaker = side(event.direction);
  speaker.opaque.reset();
  speaker.stream.feed(event, payload, index);
  cut(event.direction);
  Line* line = show_beginning(event.direction);
  if (line == nullptr) return;
  line->sent = event.sent;
  line->last_event = index;
}

Line* Conversation::show_beginning(Direction direction) {
  const Stream& stream = side(direction).stream;
  if (stream.pending().empty() || !begins_line(direction)) return nullptr;
  Line& line = open_line(direction, stream.pending_offset());
  line.bytes.append(stream.pending().substr(line.bytes.size()));
  const LineId id = line.id;
  show(line, stream.pending());
  return &chronicle_.line(id);
}

Line& Conversation::add_line(Direction direction, Instant sent) {
  Line& line = chronicle_.add_line(place_.id, place_.protocol, direction, sent);
  line.is_protected = side(direction).is_protected;
  return line;
}

Line& Conversation::open_line(Direction direction, std::uint64_t offset) {
  Side& speaker = side(direction);
  if (speaker.open) return chronicle_.line(*speaker.open);
  Line& line = add_line(direction, chronicle_.now());
  speaker.open = line.id;
  line_begins(direction);
  speaker.stream.place(line, offset, 1);
  line.landed.reset();
  return line;
}

Line& Conversation::close_line(Direction direction, std::string_view bytes, std::uint64_t offset) {
  Side& speaker = side(direction);
  Line& line =
      speaker.open ? chronicle_.line(*speaker.open) : add_line(direction, chronicle_.now());
  speaker.open.reset();
  speaker.stream.place(line, offset, bytes.size());
  line.bytes = bytes;
  return line;
}

// ---- what is no line ----

// What is held of a line whose rest will never come stays to be seen.
void Conversation::keep_torso(Direction direction) {
  Side& speaker = side(direction);
  if (!speaker.open) return;
  Line& line = chronicle_.line(*speaker.open);
  line.note = Said("note.torso");
  breaks_off(direction, line.note);
  speaker.open.reset();
}

void Conversation::take_beside(const trace::Event& event, std::size_t index, LineKind kind,
                               Said note) {
  chronicle_.hear(place_.id, event.direction);
  Line& line = add_line(event.direction, event.sent);
  line.kind = kind;
  line.note = std::move(note);
  line.landed = event.landed;
  line.first_event = line.last_event = index;
  line.stream_offset = side(event.direction).stream.fed();
  if (kind == LineKind::opened) {
    opened_ = line.id;
    opens();
    chronicle_.apply_sent(StepKind::opened, line, nullptr);
  }
  if (kind == LineKind::closed) {
    if (const auto torso = side(event.direction).open) cuts_off(chronicle_.line(*torso));
    keep_torso(event.direction);
    closes(line);
    if (event.direction == Direction::to_server) {
      chronicle_.apply_sent(StepKind::closed, line, nullptr);
    }
  }
  // What the client says at the instant in which TLS stands, it says behind it.
  const bool is_heard = kind == LineKind::secured && event.direction == Direction::to_client;
  if (is_heard) {
    chronicle_.send_off(line.id, {}, {});
  } else {
    chronicle_.send_off_beside(line.id);
  }
}

void Conversation::take_gap(const trace::Event& event, const trace::Gap& gap, std::size_t index) {
  Side& speaker = side(event.direction);
  keep_torso(event.direction);
  const bool begins = !gap.octets && speaker.stream.fed() == 0 && !speaker.in_doubt;
  speaker.in_doubt = true;
  missed(event.direction);
  if (begins && opened_) chronicle_.line(*opened_).note = Said("note.connected_earlier");
  take_beside(event, index, LineKind::gap,
              begins ? Said("note.gap.before") : missing(gap.octets, event.direction));
  speaker.stream.skip(gap.octets.value_or(0));
  chronicle_.apply_sent(StepKind::gap, chronicle_.lines().back(), nullptr);
}

// What has not come to its end by now was no TLS, and is thrown away.
void Conversation::take_secured(const trace::Event& event, const trace::Secured& secured,
                                std::size_t index) {
  Side& speaker = side(event.direction);
  keep_torso(event.direction);
  speaker.stream.skip(0);
  secures(event.direction);
  take_beside(event, index, LineKind::secured, said_of(secured));
  speaker.is_protected = true;
}

void Conversation::take_opaque(const trace::Event& event, std::uint64_t octets, const Said& what,
                               std::size_t index) {
  Side& speaker = side(event.direction);
  keep_torso(event.direction);
  if (!speaker.opaque) {
    take_beside(event, index, LineKind::opaque, Said());
    speaker.opaque = chronicle_.lines().back().id;
    chronicle_.apply_sent(StepKind::opaque, chronicle_.lines().back(), nullptr);
  }
  speaker.stream.skip(octets);
  Line& line = chronicle_.line(*speaker.opaque);
  line.last_event = index;
  line.note =
      Said("note.opaque", {{"what", what}, {"count", speaker.stream.fed() - line.stream_offset}});
}

}  // namespace imapscope::observer
