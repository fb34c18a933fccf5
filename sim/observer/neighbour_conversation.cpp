#include "sim/observer/neighbour_conversation.h"

#include <utility>

#include "sim/base/ascii.h"
#include "sim/judge/neighbour.h"
#include "sim/neighbour/dots.h"

namespace imapscope::observer {

using neighbour::Answering;
using neighbour::Success;
using trace::Direction;

namespace {

bool sends_message(const neighbour::Dialect& dialect, std::string_view command) {
  const neighbour::CommandInfo* info = neighbour::info_of(dialect.commands, command);
  return info != nullptr && info->brings == neighbour::Brings::wants_message;
}

}  // namespace

std::optional<NeighbourConversation::Message>& NeighbourConversation::message(Direction direction) {
  return direction == Direction::to_server ? to_server_message_ : to_client_message_;
}

bool NeighbourConversation::begins_line(Direction direction) const {
  // A message's own lines are shown once they are whole.
  return direction == Direction::to_server ? !to_server_message_ : !to_client_message_;
}

void NeighbourConversation::breaks_off(Direction direction, const Said& note) {
  if (message(direction)) chronicle().line(message(direction)->row).note = note;
  message(direction).reset();
}

void NeighbourConversation::secures(Direction direction) {
  if (direction != Direction::to_client) return;
  asked_.clear();
  answering_ = {};
}

void NeighbourConversation::missed(Direction direction) {
  breaks_off(direction, Said("note.torso"));
  asked_.clear();
  answering_ = {};
  to_server().in_doubt = to_client().in_doubt = true;
}

void NeighbourConversation::cut(Direction direction) {
  Stream& stream = side(direction).stream;
  for (;;) {
    const wire::FramerStep step = stream.next();
    if (const auto* frame = std::get_if<wire::Frame>(&step)) {
      if (direction == Direction::to_server) {
        finish_client(frame->bytes, frame->offset);
      } else {
        finish_server(frame->bytes, frame->offset);
      }
    } else if (const auto* too_long = std::get_if<wire::LineTooLong>(&step)) {
      unreadable(direction, too_long->beginning, too_long->offset);
    } else {
      return;
    }
  }
}

void NeighbourConversation::unreadable(Direction direction, std::string_view bytes,
                                       std::uint64_t offset) {
  Line& line = close_line(direction, bytes, offset);
  line.kind = LineKind::unreadable;
  line.note = Said("note.too_long");
  chronicle().send_off(line.id, {}, {});
}

std::optional<LineId> NeighbourConversation::add_to_message(Direction direction,
                                                            std::string_view bytes,
                                                            std::uint64_t offset, bool is_last) {
  std::optional<Message>& under_way = message(direction);
  if (!under_way) {
    Line& row = open_line(direction, offset);
    row.kind = LineKind::literal;
    row.bytes.clear();
    if (!asked_.empty()) row.command = asked_.front().line;
    side(direction).open.reset();
    under_way = Message{row.id, offset};
  }
  Line& row = chronicle().line(under_way->row);
  row.bytes += bytes;
  row.sent = chronicle().now();
  row.last_event = newest_event();
  if (!is_last) return std::nullopt;
  side(direction).stream.place(row, under_way->begins, row.bytes.size());
  row.head_octets = row.bytes.size();
  return std::exchange(under_way, std::nullopt)->row;
}

// ---- the client ----

void NeighbourConversation::finish_client(std::string_view bytes, std::uint64_t offset) {
  const bool rests = !asked_.empty() && asked_.front().rests;
  if (rests && sends_message(dialect_, asked_.front().text)) {
    const bool is_last = neighbour::ends_lines(bytes);
    const auto row = add_to_message(Direction::to_server, bytes, offset, is_last);
    if (!row) return;
    asked_.front().rests = false;
    chronicle().apply_sent(StepKind::client_data, chronicle().line(*row), nullptr);
    chronicle().send_off(*row, {}, {});
    return;
  }
  Line& line = close_line(Direction::to_server, bytes, offset);
  const LineId id = line.id;
  if (rests) {
    take_sasl_response(line);
  } else {
    take_command(line);
  }
  chronicle().send_off(id, {}, {});
}

void NeighbourConversation::take_sasl_response(Line& line) {
  line.kind = LineKind::client_data;
  line.command = asked_.front().line;
  asked_.front().rests = false;
  chronicle().apply_sent(StepKind::client_data, line, nullptr);
}

void NeighbourConversation::take_command(Line& line) {
  Side& client = to_server();
  line.name = ascii::to_upper(neighbour::words_of(line.bytes).verb);
  const bool is_known = neighbour::find(dialect_.commands, line.name) != nullptr;
  if (client.in_doubt && !is_known) {  // what is left of a message, perhaps
    line.kind = LineKind::unreadable;
    return;
  }
  client.in_doubt = false;
  judge::judge_neighbour_command(line, dialect_, model());
  asked_.push_back({line.id, line.bytes});
  chronicle().apply_sent(StepKind::command, line, nullptr);
}

// ---- the server ----

void NeighbourConversation::finish_server(std::string_view bytes, std::uint64_t offset) {
  std::string_view command;
  if (!asked_.empty()) command = asked_.front().text;
  const auto heard = answering_.hear(dialect_, bytes, asked_.empty() ? nullptr : &command,
                                     !asked_.empty() && asked_.front().goes_on);
  if (heard.line == Answering::Line::message) {
    const auto row = add_to_message(Direction::to_client, bytes, offset, heard.completes);
    if (!row) return;
    chronicle().line(*row).condition = Condition::ok;
    complete(*row);
    chronicle().send_off(*row, {}, {});
    return;
  }
  Line& line = close_line(Direction::to_client, bytes, offset);
  const LineId id = line.id;
  take_answer(line, heard);
  if (heard.completes) complete(id);
  chronicle().send_off(id, {}, {});
}

void NeighbourConversation::take_answer(Line& line, const Answering::Heard& heard) {
  Side& server = to_client();
  if (!asked_.empty()) line.command = asked_.front().line;
  if (heard.line == Answering::Line::unknown) {
    line.kind = LineKind::unreadable;
    if (!server.in_doubt) judge::judge_neighbour_answer(line, dialect_);
    return;
  }
  const bool is_greeting = !greeted_ && !server.in_doubt && asked_.empty();
  greeted_ = true;
  server.in_doubt = false;
  if (heard.line == Answering::Line::item) {
    line.kind = heard.completes ? LineKind::tagged : LineKind::untagged;
    line.name = chronicle().line(asked_.front().line).name;
    if (heard.completes) line.condition = Condition::ok;
    return;
  }
  line.name = heard.status->mark;
  line.condition = heard.status->condition;
  const bool goes_ahead = heard.status->success == Success::go_ahead && !asked_.empty();
  if (goes_ahead) asked_.front().goes_on = asked_.front().rests = true;
  line.kind = is_greeting                          ? LineKind::greeting
              : goes_ahead                         ? LineKind::continuation_request
              : heard.completes && !asked_.empty() ? LineKind::tagged
                                                   : LineKind::untagged;
}

void NeighbourConversation::complete(LineId completion) {
  if (asked_.empty()) return;
  Line& line = chronicle().line(completion);
  line.command = asked_.front().line;
  chronicle().line(asked_.front().line).completion = completion;
  asked_.pop_front();
}

}  // namespace imapscope::observer
