#include "sim/client/neighbour.h"

#include <utility>

#include "sim/base/base64.h"
#include "sim/base/line_end.h"
#include "sim/neighbour/dots.h"

namespace imapscope::neighbour {
namespace {

/// `AUTH PLAIN`: a response waits for its go-ahead, unless it came with the command.
bool response_waits(const CommandInfo& info, std::string_view line) {
  const Words mechanism = words_of(words_of(line).argument);
  return info.brings == Brings::wants_response && !mechanism.verb.empty() &&
         mechanism.argument.empty();
}

/// Where the response is user and password; null: it is written out, or has not been typed.
const sasl::Mechanism* mechanism_to_speak(std::string_view command, std::string_view response) {
  if (words_of(response).argument.empty()) return nullptr;
  return sasl::find_mechanism(words_of(words_of(command).argument).verb);
}

}  // namespace

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
    Queued& last = queue_.back();
    const CommandInfo* begun = info_of(dialect_->commands, last.line);
    last.rest += line;
    types_rest_ = begun->brings == Brings::wants_message && !ends_lines(line);
    return;
  }
  queue_.push_back({std::string(line), {}});
  const CommandInfo* info = find(dialect_->commands, words_of(line).verb);
  types_rest_ =
      info != nullptr && (info->brings == Brings::wants_message || response_waits(*info, line));
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
    speaking_.reset();
    challenge_.reset();
    types_rest_ = types_rest_ && !queue_.empty();
  } else if (heard.status && heard.status->success == Success::go_ahead) {
    queue_.front().is_resting = true;
    challenge_ = without_line_end(heard.status->text);
  }
}

/// What the server has asked for, as soon as it is there: typed, or spoken by the client itself.
void Client::go_on(Queued& asked) {
  const CommandInfo* info = info_of(dialect_->commands, asked.line);
  if (info == nullptr || info->brings != Brings::wants_response) {
    output_ += std::exchange(asked.rest, {});
    return;
  }
  if (!challenge_) return;
  if (const auto* mechanism = mechanism_to_speak(asked.line, asked.rest)) {
    begin_to_speak(*mechanism, std::exchange(asked.rest, {}));
  }
  if (speaking_) {
    output_ += answer_to(*challenge_);
  } else if (asked.rest.empty()) {
    types_rest_ = types_rest_ || queue_.size() == 1;
    return;
  } else {
    output_ += std::exchange(asked.rest, {});
  }
  challenge_.reset();
}

void Client::begin_to_speak(const sasl::Mechanism& mechanism, std::string_view credentials) {
  const auto [user, password] = words_of(without_line_end(credentials));
  sasl::Exchange exchange;
  exchange.user = user;
  exchange.password = password;
  const std::uint64_t first = chance_.next();
  exchange.nonce = sasl::nonce_of(first, chance_.next());
  speaking_ = Speaking{&mechanism, std::move(exchange)};
}

/// What it cannot answer, it cancels (RFC 4954 §4, RFC 5034 §4).
std::string Client::answer_to(std::string_view challenge) {
  ++speaking_->exchange.round;
  const auto asked = decode_base64(challenge);
  const auto message =
      asked ? speaking_->mechanism->answer(speaking_->exchange, *asked) : std::nullopt;
  return (message ? encode_base64(*message) : "*") + "\r\n";
}

void Client::pump() {
  if (!greeted_ || awaits_tls_ || queue_.empty()) return;
  Queued& next = queue_.front();
  if (!next.is_sent) output_ += next.line;
  next.is_sent = true;
  if (next.is_resting) go_on(next);
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
