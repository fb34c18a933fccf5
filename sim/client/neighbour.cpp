#include "sim/client/neighbour.h"

#include <utility>

#include "sim/neighbour/dots.h"

namespace imapscope::neighbour {

void Client::send(std::string_view text) {
  typed_.feed(text);
  if (!text.ends_with('\n')) typed_.feed("\r\n");
  for (;;) {
    const wire::FramerStep step = typed_.next();
    const auto* frame = std::get_if<wire::Frame>(&step);
    if (frame == nullptr) break;
    take_typed(frame->bytes);
  }
  pump();
}

void Client::take_typed(std::string_view line) {
  if (types_rest_ && !queue_.empty()) {
    queue_.back().rest += line;
    types_rest_ = !ends_lines(line);
    return;
  }
  queue_.push_back({std::string(line), {}});
  const CommandInfo* info = find(dialect_->commands, words_of(line).verb);
  types_rest_ = info != nullptr && info->brings == Brings::wants_message;
}

void Client::receive(std::string_view bytes) {
  heard_.feed(bytes);
  for (;;) {
    const wire::FramerStep step = heard_.next();
    const auto* frame = std::get_if<wire::Frame>(&step);
    if (frame == nullptr) break;
    hear(frame->bytes);
  }
  pump();
}

void Client::hear(std::string_view line) {
  const bool waits = !queue_.empty() && queue_.front().is_sent;
  std::string_view command;
  if (waits) command = queue_.front().line;
  const auto heard = answering_.hear(*dialect_, line, waits ? &command : nullptr,
                                     waits && queue_.front().is_resting);
  if (!waits) {
    greeted_ = greeted_ || heard.completes;
    return;
  }
  if (heard.completes) {
    const CommandInfo* info = info_of(dialect_->commands, queue_.front().line);
    const bool is_good = heard.status && heard.status->success == Success::yes;
    wants_tls_ = awaits_tls_ = is_good && info != nullptr && info->starts_tls;
    queue_.pop_front();
    types_rest_ = types_rest_ && !queue_.empty();
  } else if (heard.status && heard.status->success == Success::go_ahead) {
    output_ += std::exchange(queue_.front().rest, {});
    queue_.front().is_resting = true;
  }
}

void Client::pump() {
  if (!greeted_ || awaits_tls_ || queue_.empty()) return;
  Queued& next = queue_.front();
  if (!next.is_sent) output_ += next.line;
  next.is_sent = true;
  if (next.is_resting) output_ += std::exchange(next.rest, {});
}

std::string Client::take_output() {
  return std::exchange(output_, {});
}

bool Client::takes_up_tls() {
  return std::exchange(wants_tls_, false);
}

void Client::secured() {
  awaits_tls_ = false;
  heard_ = wire::Framer(wire::Writer::neighbour);
  pump();
}

}  // namespace imapscope::neighbour
