#include "sim/client/client.h"

#include <algorithm>
#include <utility>

#include "sim/base/ascii.h"
#include "sim/base/base64.h"
#include "sim/base/line_end.h"
#include "sim/wire/chars.h"

namespace imapscope::client {
namespace {

// What a person may send is the server's to judge.
constexpr wire::FramerLimits no_limits{.line_octets = std::size_t{1} << 28U,
                                       .literal_octets = std::size_t{1} << 28U};

/// A longer one, no server need repeat.
constexpr std::size_t longest_tag = 255;

/// The words of a line, without its line end.
std::vector<std::string_view> words_of(std::string_view line) {
  std::vector<std::string_view> words;
  while (!line.empty()) {
    const auto end = line.find_first_of(" \r\n");
    if (end != 0) words.push_back(line.substr(0, end));
    if (end == std::string_view::npos || line[end] != ' ') break;
    line.remove_prefix(end + 1);
  }
  return words;
}

}  // namespace

Client::Client(std::string name, std::uint64_t chance)
    : name_(std::move(name)),
      chance_(chance),
      typed_(wire::Writer::client, no_limits),
      heard_(wire::Writer::server, no_limits) {}

void Client::send(std::string_view text) {
  typed_.feed(text);
  if (!text.ends_with('\n')) typed_.feed("\r\n");
  for (;;) {
    const wire::FramerStep step = typed_.next();
    if (const auto* ahead = std::get_if<wire::LiteralAhead>(&step)) {
      queue(ahead->so_far);
      literal_ = announced_by(*ahead);
      next_needs_plus_ = literal_->waits;
      typed_.accept_literal();
    } else if (const auto* frame = std::get_if<wire::Frame>(&step)) {
      queue(frame->bytes);
      end_of_line(frame->bytes);
    } else if (literal_ && lacks_line_end(*literal_, typed_.pending())) {
      typed_.feed("\r\n");
    } else {
      break;
    }
  }
  pump();
}

/// `bytes` is all of the command so far; what is new in it becomes a piece.
void Client::queue(std::string_view bytes) {
  const bool continues = queued_octets_ != 0 || next_needs_plus_;
  if (!continues) {
    const auto words = words_of(bytes);
    const bool is_tagged = words.size() > 1 && bytes.starts_with(words[0]) &&
                           words[0].size() <= longest_tag &&
                           wire::chars::all_are(words[0], wire::chars::tag);
    typing_tag_ = is_tagged ? words[0] : "";
    if (!typing_tag_.empty()) {
      last_tag_ = typing_tag_;
      pending_tags_.push_back(typing_tag_);
    }
  }
  Piece piece{std::string(bytes.substr(queued_octets_)), typing_tag_, continues, next_needs_plus_};
  const auto* mechanism = std::exchange(mechanism_, nullptr);
  if (continues && queued_octets_ == 0 && words_of(bytes).size() == 2) piece.speaks = mechanism;
  queue_.push_back(std::move(piece));
  queued_octets_ = bytes.size();
  next_needs_plus_ = false;
}

void Client::end_of_line(std::string_view line) {
  queued_octets_ = 0;
  literal_.reset();
  const auto words = words_of(line);
  if (starts_tls(words)) tls_tag_ = words[0];
  if (begins_compression(words)) compress_tag_ = words[0];
  if (!queue_.back().continues) mechanism_ = sasl_mechanism_of(words);
  next_needs_plus_ = !queue_.back().continues && (sasl_response_waits(words) || done_waits(words));
}

void Client::pump() {
  while (greeted_ && !awaits_tls_ && plain_tag_.empty() && !queue_.empty() &&
         (!queue_.front().needs_plus || may_continue_)) {
    const Piece piece = std::move(queue_.front());
    queue_.pop_front();
    may_continue_ = false;
    if (compresses_ && ends_compression(words_of(piece.bytes))) plain_tag_ = piece.tag;
    if (piece.speaks == nullptr) {
      output_ += piece.bytes;
    } else {
      begin_to_speak(*piece.speaks, piece.bytes, piece.tag);
    }
  }
}

void Client::begin_to_speak(const sasl::Mechanism& mechanism, std::string_view line,
                            const std::string& tag) {
  const auto words = words_of(line);
  sasl::Exchange exchange;
  exchange.user = words[0];
  exchange.password = words[1];
  const std::uint64_t first = chance_.next();
  exchange.nonce = sasl::nonce_of(first, chance_.next());
  speaking_ = Speaking{&mechanism, std::move(exchange), tag};
  answer(challenge_);
}

/// What it cannot answer, it cancels (RFC 3501 §6.2.2).
void Client::answer(std::string_view challenge) {
  ++speaking_->exchange.round;
  const auto asked = decode_base64(challenge);
  const auto message =
      asked ? speaking_->mechanism->answer(speaking_->exchange, *asked) : std::nullopt;
  output_ += (message ? encode_base64(*message) : "*") + "\r\n";
}

void Client::receive(std::string_view bytes) {
  heard_.feed(bytes);
  for (;;) {
    const wire::FramerStep step = heard_.next();
    if (std::holds_alternative<wire::Incomplete>(step)) break;
    if (const auto* frame = std::get_if<wire::Frame>(&step)) hear(frame->bytes);
    pump();
  }
}

void Client::hear(std::string_view response) {
  if (response.starts_with('+')) {
    challenge_ = without_line_end(response.substr(std::min<std::size_t>(2, response.size())));
    if (speaking_) return answer(challenge_);
    may_continue_ = true;
  } else if (ascii::starts_with_ignoring_case(response, "* BAD")) {
    refuse("");  // RFC 3501 §7.1.3: a line whose tag cannot be read
  } else if (greeted_) {
    const std::size_t space = std::min(response.find(' '), response.size());
    complete(response.substr(0, space), response.substr(space));
  }
  greeted_ = true;
}

void Client::complete(std::string_view tag, std::string_view result) {
  const auto pending = std::find(pending_tags_.begin(), pending_tags_.end(), tag);
  if (pending == pending_tags_.end()) return;
  pending_tags_.erase(pending);
  if (speaking_ && speaking_->tag == tag) speaking_.reset();
  refuse(tag);
  const bool ok = ascii::starts_with_ignoring_case(result, " OK");
  if (tag == compress_tag_) {
    compress_tag_.clear();
    compresses_ = ok;
  }
  if (tag == plain_tag_) {
    plain_tag_.clear();
    compresses_ = !ok;
  }
  if (tag != tls_tag_) return;
  tls_tag_.clear();
  wants_tls_ = awaits_tls_ = ok;
}

bool Client::takes_up_tls() {
  return std::exchange(wants_tls_, false);
}

void Client::secured() {
  awaits_tls_ = false;
  may_continue_ = false;
  pending_tags_.clear();
  heard_ = wire::Framer(wire::Writer::server, no_limits);
  pump();
}

// What is left of the command is not sent.
void Client::refuse(std::string_view tag) {
  const auto belongs = [tag](const Piece& piece) { return piece.tag == tag && piece.continues; };
  std::erase_if(queue_, belongs);
  may_continue_ = false;
  if (typing_tag_ != tag) return;
  next_needs_plus_ = false;
  if (queued_octets_ == 0) return;
  typed_ = wire::Framer(wire::Writer::client, no_limits);  // a refused literal is typed no further
  queued_octets_ = 0;
  literal_.reset();
}

std::string Client::take_output() {
  return std::exchange(output_, {});
}

bool Client::waits_for_continuation() const {
  return !queue_.empty() && queue_.front().needs_plus && !may_continue_;
}

std::string Client::next_tag() const {
  if (last_tag_.empty()) return "a1";
  std::string tag = last_tag_;
  for (auto digit = tag.rbegin(); digit != tag.rend(); ++digit) {
    if (!ascii::is_digit(*digit)) {
      tag.insert(digit.base(), '1');
      return tag;
    }
    *digit = *digit == '9' ? '0' : static_cast<char>(*digit + 1);
    if (*digit != '0') return tag;
  }
  return '1' + tag;
}

}  // namespace imapscope::client
