// The part of ImapConversation that decides which octets are a literal. A server that was asked for
// one says `+`, or completes the command; a client that does not wait makes it hard to tell.
#include "sim/observer/imap_conversation.h"

namespace imapscope::observer {

using trace::Direction;

// What a command sends after it asked whether it may has a row of its own.
void ImapConversation::show_row(std::string_view command) {
  if (open_.rowless == 0 || command.size() <= open_.rowless) return;
  Line& row = open_row(*to_server().open, to_server().stream.pending_offset());
  row.bytes = command.substr(open_.rowless);
  row.sent = chronicle().now();
  row.last_event = newest_event();
}

// `begins`: where the command does, in the stream.
Line& ImapConversation::open_row(LineId command, std::uint64_t begins) {
  if (open_.row) return chronicle().line(*open_.row);
  Line& row = add_line(Direction::to_server, chronicle().now());
  open_.row = row.id;
  row.kind = LineKind::literal;
  row.command = command;
  row.head_octets = open_.literal_octets;
  to_server().stream.locate(row, begins + open_.rowless, 1);
  row.landed.reset();
  return row;
}

// The octets that the command has sent since its last row are whole.
void ImapConversation::end_row(LineId command, std::string_view so_far) {
  if (open_.rowless == 0 || so_far.size() <= open_.rowless) return;
  const std::uint64_t begins = chronicle().line(command).stream_offset;
  Line& row = open_row(command, begins);
  row.bytes = so_far.substr(open_.rowless);
  to_server().stream.locate(row, begins + open_.rowless, row.bytes.size());
  open_.row.reset();
  open_.rowless = to_server().open == command ? so_far.size() : 0;
  chronicle().send_off(row.id, {}, {});
}

// False: whether the literal comes cannot be known yet.
bool ImapConversation::decide_literal(const wire::LiteralAhead& ahead) {
  if (ahead.synchronizing) return decide_synchronizing(ahead);
  const SessionModel* session = model();
  judge::ClientConduct::sends_literal_at_once(
      chronicle().line(*to_server().open), ahead.octets, ahead.so_far,
      capabilities_known_ ? session->facts.capabilities : std::nullopt);
  to_server().stream.accept_literal();
  return true;
}

// The client waits for `+` here; what it sends next shows whether it was given one. If it does not
// wait, what follows is the literal or the next command, as the server will decide.
bool ImapConversation::decide_synchronizing(const wire::LiteralAhead& ahead) {
  Line& line = chronicle().line(*to_server().open);
  if (to_server().stream.pending().size() == ahead.so_far.size()) return false;
  const SessionModel& session = *model();
  const InProgressAtClient* sent = session.in_progress.find(line.id);
  if (sent == nullptr) {
    refuse_literal();
    return true;
  }
  const bool told = sent->continuations > open_.literals || session.incomplete;
  if (!told && !open_.held) {
    judge::ClientConduct::sends_literal_unasked(line, ahead.so_far.size());
    open_.held = true;
    server_.missed();  // from here on only the server knows which octets are commands
  }
  const bool asked = server_.continuations_of(line.id) > open_.literals;
  if (!told && !asked && server_spoke_) return false;
  accept_literal();
  return true;
}

void ImapConversation::accept_literal() {
  ++open_.literals;
  open_.held = false;
  to_server().stream.accept_literal();
}

// Goes on behind a literal that did not wait. What stands there has reached the server long since.
void ImapConversation::cut_held() {
  cut_client();
  show_beginning(Direction::to_server);
  chronicle().hear(place().id, Direction::to_client);
}

// NO or BAD came instead of `+`: the command ended there.
void ImapConversation::refuse_literal() {
  const wire::FramerStep step = to_server().stream.next();
  const auto* ahead = std::get_if<wire::LiteralAhead>(&step);
  if (ahead == nullptr || !ahead->synchronizing || !to_server().open) return;
  const LineId id = close_line(Direction::to_server, ahead->so_far, ahead->offset).id;
  end_row(id, ahead->so_far);
  if (open_.held) literal_end_ = ahead->offset + ahead->so_far.size() + ahead->octets;
  open_.held = false;
  open_.rowless = 0;
  to_server().stream.refuse_literal();
  if (open_.row) make_line_of_row(chronicle().line(*open_.row));
  chronicle().send_off(id, {}, {.ends_row = chronicle().line(id).head_octets == 0});
}

// What was shown as octets of a literal begins a line of its own.
void ImapConversation::make_line_of_row(Line& row) {
  row.kind = LineKind::command;
  row.command.reset();
  row.head_octets = 0;
  row.bytes.clear();
  to_server().open = row.id;
  open_.row.reset();
  open_.begun = false;
  open_.literals = 0;
}

// A command is completed, and a client's literal did not wait. With OK under its tag, it was taken.
// A dialogue that ends took the line for its own. A tag that nobody has seen stands behind it: it
// was refused, without a word under its tag.
void ImapConversation::settle_by_completion(LineId completion) {
  const Line& line = chronicle().line(completion);
  if (line.kind != LineKind::tagged) return;
  const bool own = line.tag == chronicle().line(*to_server().open).tag;
  if (own && line.condition == Condition::ok) {
    accept_literal();
  } else if (!own && (!server_.has(line.tag) || server_.is_dialogue(line.tag))) {
    refuse_literal();
  } else {
    return;
  }
  cut_held();
}

}  // namespace imapscope::observer
