#include "sim/observer/imap_conversation.h"

#include <algorithm>
#include <set>
#include <utility>

#include "sim/base/ascii.h"
#include "sim/base/line_end.h"
#include "sim/judge/extension_use.h"
#include "sim/judge/server_conduct.h"
#include "sim/judge/server_lapses.h"

namespace imapscope::observer {
namespace {

using trace::Direction;

bool is_unknown(const Response& response) {
  const auto* untagged = std::get_if<Untagged>(&response);
  return untagged != nullptr && std::holds_alternative<UnknownData>(untagged->data);
}

// Whether the client's next line belongs to a dialogue: a SASL response, or DONE.
bool expects_client_data(const SessionModel* session, std::string_view line) {
  if (session == nullptr) return ascii::equal_ignoring_case(line, "DONE");
  if (session->in_progress.empty()) {
    return session->incomplete && ascii::equal_ignoring_case(line, "DONE");
  }
  const InProgressAtClient& last = session->in_progress.newest();
  const Traits& traits = last.facts.nature->traits;
  if (traits.has(Trait::idles)) {
    const bool idling = last.continuations > 0 && last.answers == 0;
    return idling || ascii::equal_ignoring_case(line, "DONE");
  }
  return traits.has(Trait::dialogue) && last.continuations > last.answers;
}

Texts texts_of(const Extensions& extensions) {
  return extensions.utf8() ? Texts::utf8 : Texts::ascii;
}

/// Whether an ENABLE that is under way switches UTF-8 on, should it succeed: not where it comes too
/// late, and is refused.
bool enables_utf8(const Line& line) {
  if (line.breaks_rule()) return false;
  const auto command = command_of(line);
  const auto* enable = command == nullptr ? nullptr : std::get_if<Enable>(command.get());
  return enable != nullptr && Extensions{{}, enable->capabilities}.utf8();
}

}  // namespace

/// As the server will read it: a client need not wait for the answer to ENABLE (RFC 9051 §6.3.1).
Texts ImapConversation::texts_of_client() {
  const SessionModel* session = model();
  if (session == nullptr) return Texts::ascii;
  const std::set<LineId>& enabling = session->in_progress.that(Role::enables);
  const bool soon = std::any_of(enabling.begin(), enabling.end(),
                                [this](LineId id) { return enables_utf8(chronicle().line(id)); });
  return soon ? Texts::utf8 : texts_of(judge::extensions_of(*session));
}

void ImapConversation::arrives(const Line& line, const Reading& reading, bool begins) {
  server_.arrives(line, reading.command, begins);
}

// What the server can do may change when the client logs in (RFC 3501 §6.2.2, §6.2.3): a list that
// was told before tells nothing after.
void ImapConversation::was_learnt(const Line& line) {
  for (const Effect& effect : line.effects) {
    const auto* travelled = std::get_if<effect::Travelled>(&effect);
    if (travelled != nullptr && travelled->from == State::not_authenticated) {
      capabilities_known_ = false;
    }
    if (!std::holds_alternative<effect::CapabilitiesKnown>(effect)) continue;
    if (line.name == name_of_data<EnabledData>()) continue;
    capabilities_known_ = true;
    return;
  }
}

void ImapConversation::cut(Direction direction) {
  if (direction == Direction::to_server) {
    cut_client();
  } else {
    cut_server();
  }
}

void ImapConversation::show(Line& line, std::string_view beginning) {
  if (line.direction == Direction::to_server) show_row(beginning);
}

void ImapConversation::line_begins(Direction direction) {
  if (direction == Direction::to_server) open_ = {};
}

void ImapConversation::breaks_off(Direction direction, const Said& note) {
  if (direction != Direction::to_server) return;
  if (open_.row) chronicle().line(*open_.row).note = note;
  open_.row.reset();
  open_.rowless = 0;
  open_.held = false;
}

void ImapConversation::cuts_off(Line& torso) {
  const bool is_servers = torso.direction == Direction::to_client && !client_closed_;
  if (!is_servers || to_client().in_doubt || server_.incomplete()) return;
  judge::judge_cut_off(torso);
  cut_off_ = true;
}

void ImapConversation::closes(Line& closing) {
  server_.closes();
  advise_of_untagged_bad();
  const bool known = !to_client().opaque && !to_server().opaque;
  if (closing.direction == Direction::to_server) {
    if (known && !server_closed_) judge::judge_given_up(closing, server_);
    client_closed_ = true;
    return;
  }
  // What nobody could read may have been its farewell, and a line that breaks is worse than one.
  const bool says_nothing = known && !client_closed_ && !cut_off_ && !server_closed_;
  const bool abrupt = closing.note == Said("note.broken");
  if (says_nothing && !abrupt) judge::judge_closing(closing, server_);
  server_closed_ = true;
}

void ImapConversation::secures(Direction direction) {
  if (direction != Direction::to_client) return;
  server_.secured();
  capabilities_known_ = false;
}

void ImapConversation::missed(Direction direction) {
  server_.missed();
  if (direction == Direction::to_client) server_.missed_answers();
}

// A client compresses once it has heard that it may. What was inflated, or written down as text,
// can be read.
std::optional<Said> ImapConversation::hidden(Direction direction,
                                             const trace::Payload& payload) const {
  const SessionModel* session = model();
  const bool client_does = session != nullptr && session->facts.is_compressed;
  const bool compresses = direction == Direction::to_client ? compresses_ : client_does;
  const bool is_text = payload.compressed > 0 || payload.fidelity != trace::Fidelity::exact;
  if (!compresses || is_text) return std::nullopt;
  return Said("note.compressed");
}

void ImapConversation::cut_client() {
  Stream& stream = to_server().stream;
  for (;;) {
    const wire::FramerStep step = stream.next();
    if (std::holds_alternative<wire::Incomplete>(step)) return;
    if (const auto* frame = std::get_if<wire::Frame>(&step)) {
      finish_client(frame->bytes, frame->offset);
    } else if (const auto* ahead = std::get_if<wire::LiteralAhead>(&step)) {
      if (is_no_command(*ahead)) {
        finish_client(ahead->so_far, ahead->offset);
        stream.refuse_literal();
      } else {
        begin_command(*ahead);
        if (!decide_literal(*ahead)) return;
      }
    } else {
      const auto& too_long = std::get<wire::LineTooLong>(step);
      unreadable(Direction::to_server, too_long.beginning, too_long.offset, Said("note.too_long"));
    }
  }
}

// Whether the line ends at its `{n}`: it belongs to a dialogue, or has no tag under which a server
// could ask for more.
bool ImapConversation::is_no_command(const wire::LiteralAhead& ahead) const {
  if (ahead.synchronizing && !is_tag(command_start(ahead.so_far).tag)) return true;
  return !open_.begun && expects_client_data(model(), without_line_end(ahead.so_far));
}

void ImapConversation::begin_command(const wire::LiteralAhead& ahead) {
  const LineId id = open_line(Direction::to_server, ahead.offset).id;
  if (open_.begun) {
    if (ahead.synchronizing) end_row(id, ahead.so_far);
    open_.literal_octets = ahead.octets;
    return;
  }
  Line& line = chronicle().line(id);
  open_.begun = true;
  open_.literal_octets = ahead.octets;
  CommandStart start = command_start(ahead.so_far);
  line.tag = std::move(start.tag);
  line.name = std::move(start.verb);
  if (!is_tag(line.tag)) return;
  Line place = line;
  to_server().stream.place(place, ahead.offset, ahead.so_far.size());
  line.sent = place.sent;
  line.landed = place.landed;
  const bool asks = ahead.synchronizing && line.landed;
  if (asks) line.head_octets = open_.rowless = ahead.so_far.size();
  chronicle().send_off(line.id, {}, {.begins = true, .ends_row = asks});
  line.landed.reset();
  chronicle().apply_sent(StepKind::command_begins, line, nullptr);
}

void ImapConversation::finish_client(std::string_view bytes, std::uint64_t offset) {
  const bool refused = offset < literal_end_;
  const LineId id = close_line(Direction::to_server, bytes, offset).id;
  end_row(id, bytes);
  Line& line = chronicle().line(id);
  Reading reading;
  if (expects_client_data(model(), without_line_end(bytes))) {
    take_client_data(line);
  } else {
    reading = take_command(line);
    if (refused && reading.error) line.note = Said("note.refused_literal");
    // The rest of one that was refused at its literal begins nothing anew.
    const bool over = line.completion.has_value();
    if (line.kind == LineKind::command && !over) {
      chronicle().apply_sent(StepKind::command, line, &reading);
    }
  }
  chronicle().send_off(line.id, std::move(reading), {.ends_row = line.head_octets == 0});
}

void ImapConversation::take_client_data(Line& line) {
  const bool is_done = ascii::equal_ignoring_case(without_line_end(line.bytes), "DONE");
  line.kind = LineKind::client_data;
  line.name = is_done ? "DONE" : "";
  const SessionModel* session = model();
  if (session != nullptr && !session->in_progress.empty()) {
    const CommandInProgress& command = session->in_progress.newest().facts;
    line.command = command.line;
    if (command.nature->traits.has(Trait::idles) && !is_done) {
      judge::ClientConduct::breaks_into_idle(line);
      server_.missed();  // what the server was asked since is in doubt
    }
  }
  chronicle().apply_sent(StepKind::client_data, line, nullptr);
}

Reading ImapConversation::take_command(Line& line) {
  Side& client = to_server();
  const SessionModel* session = model();
  // Behind IDLE only the server knows whether this is a command: it may take it for the end.
  if (session != nullptr && session->in_progress.any_that(Role::idles)) server_.missed();
  line.texts = texts_of_client();
  Reading reading = read_command(line);
  if (client.in_doubt && reading.error) line.kind = LineKind::unreadable;
  client.in_doubt = client.in_doubt && reading.error;
  if (line.stream_offset < literal_end_ && reading.error) {
    line.kind = LineKind::unreadable;
  } else if (!client.in_doubt) {
    client_.sends(line, reading, model(), place().clocking, server_.speaks_known_extensions_only());
  }
  return reading;
}

void ImapConversation::cut_server() {
  Stream& stream = to_client().stream;
  for (;;) {
    const wire::FramerStep step = stream.next();
    if (const auto* frame = std::get_if<wire::Frame>(&step)) {
      finish_server(frame->bytes, frame->offset);
    } else if (const auto* too_long = std::get_if<wire::LineTooLong>(&step)) {
      unreadable(Direction::to_client, too_long->beginning, too_long->offset,
                 Said("note.too_long"));
    } else {
      return;
    }
  }
}

void ImapConversation::finish_server(std::string_view bytes, std::uint64_t offset) {
  Side& server = to_client();
  Line& line = close_line(Direction::to_client, bytes, offset);
  line.texts = texts_of({server_.capabilities(), server_.enabled()});
  Reading reading = read_response(line, !server_spoke_ && !server.in_doubt);
  server_spoke_ = true;
  // The text of a mail may look like data that are not known here.
  const bool understood = reading.response && !is_unknown(*reading.response);
  if (server.in_doubt && !understood) {
    line.kind = LineKind::unreadable;
    reading.response.reset();
  }
  server.in_doubt = server.in_doubt && !understood;
  const LineId id = line.id;
  const bool held = open_.held;
  if (held) settle_by_completion(id);
  const std::optional<LineId> completed = judge_server(chronicle().line(id), reading);
  if (completed) follow_completion(*completed, chronicle().line(id));
  if (chronicle().line(id).kind == LineKind::untagged)
    judge::judge_repetition(chronicle().line(id), server_);
  advise_of_untagged_bad();
  if (held) cut_held();
  chronicle().send_off(id, std::move(reading), {});
}

// Gives the command that the line completes.
std::optional<LineId> ImapConversation::judge_server(Line& line, const Reading& reading) {
  if (reading.response) {
    server_.attribute(line, *reading.response);
  } else {
    server_.attribute_unread(line);
  }
  judge::judge_response(line, reading, server_, to_client().in_doubt);
  return reading.response ? server_.follow(line, *reading.response) : std::nullopt;
}

void ImapConversation::advise_of_untagged_bad() {
  const auto bad = server_.take_bad_without_tag();
  if (bad) judge::judge_bad_without_tag(chronicle().line(*bad));
}

void ImapConversation::follow_completion(LineId completed, Line& completion) {
  chronicle().line(completed).completion = completion.id;
  if (to_server().open == completed) refuse_literal();
  Line& command = chronicle().line(completed);
  if (completion.condition) {
    judge::ClientConduct::completed(command, *completion.condition,
                                    server_.speaks_unknown_extensions());
  }
  judge::judge_left_open(completion, command, server_);
  judge::judge_wait(completion, command, server_);
  if (completion.condition == Condition::bad) {
    judge::judge_refusal(completion, command, server_);
  }
  if (completion.condition != Condition::ok) return;
  if (has(command.name, Trait::compresses)) compresses_ = true;
  if (is_verb_of<Unauthenticate>(command.name)) compresses_ = false;  // RFC 8437 §4.1
}

void ImapConversation::unreadable(Direction direction, std::string_view bytes, std::uint64_t offset,
                                  Said note) {
  const LineId id = close_line(direction, bytes, offset).id;
  if (direction == Direction::to_server) {
    end_row(id, bytes);
    open_.rowless = 0;
  }
  Line& line = chronicle().line(id);
  line.kind = LineKind::unreadable;
  line.note = std::move(note);
  chronicle().send_off(id, {}, {.ends_row = line.head_octets == 0});
}

}  // namespace imapscope::observer
