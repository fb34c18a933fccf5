#include "sim/inflate/inflate.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sim/base/ascii.h"
#include "sim/codec/deflate.h"
#include "sim/imap/command.h"
#include "sim/imap/response.h"
#include "sim/wire/framer.h"
#include "sim/wire/parse.h"

namespace imapscope::inflate {
namespace {

using trace::Direction;
using Events = std::vector<trace::Event>;

constexpr wire::FramerLimits generous{.line_octets = 1U << 24U, .literal_octets = 1U << 30U};
/// One octet can stand for a thousand: what grows beyond this in one direction is an attack.
constexpr std::size_t most_inflated = std::size_t{1} << 28U;
constexpr std::size_t slice_octets = 1U << 10U;

/// One direction of a connection.
class Compressed {
 public:
  /// What it says; nothing: it cannot be known any more.
  std::optional<std::string> read(std::string_view octets) {
    std::string text;
    while (is_whole_ && !octets.empty()) {
      const std::string_view slice = octets.substr(0, slice_octets);
      octets.remove_prefix(slice.size());
      const auto inflated = stream_.read(slice);
      inflated_ += inflated ? inflated->size() : 0;
      is_whole_ = inflated && inflated_ <= most_inflated;
      if (inflated) text += *inflated;
    }
    return is_whole_ ? std::optional(std::move(text)) : std::nullopt;
  }
  /// Octets of it are missing.
  void breaks() { is_whole_ = false; }

 private:
  codec::Inflater stream_;
  std::size_t inflated_ = 0;
  bool is_whole_ = true;
};

class Conversation {
 public:
  void take(trace::Event event, Events& out) {
    auto* payload = std::get_if<trace::Payload>(&event.what);
    if (payload == nullptr || payload->compressed > 0) {
      if (std::holds_alternative<trace::Gap>(event.what)) breaks(event.direction);
      out.push_back(std::move(event));
    } else if (begun_) {
      take_compressed(std::move(event), out);
    } else if (event.direction == Direction::to_server) {
      hear_client(payload->bytes);
      out.push_back(std::move(event));
    } else {
      take_answers(std::move(event), out);
    }
  }

 private:
  void breaks(Direction direction) {
    if (begun_) side(direction).breaks();
    client_.resume_at(client_.fed());
    server_.resume_at(server_.fed());
  }

  Compressed& side(Direction direction) {
    return direction == Direction::to_server ? to_server_ : to_client_;
  }

  void take_compressed(trace::Event event, Events& out) {
    auto& payload = std::get<trace::Payload>(event.what);
    if (auto text = side(event.direction).read(payload.bytes)) {
      payload.compressed = payload.bytes.size();
      payload.bytes = std::move(*text);
    }
    out.push_back(std::move(event));
  }

  void hear_client(std::string_view bytes) {
    client_.feed(bytes);
    for (;;) {
      const wire::FramerStep step = client_.next();
      if (std::holds_alternative<wire::Incomplete>(step)) return;
      if (std::holds_alternative<wire::LiteralAhead>(step)) client_.accept_literal();
      const auto* frame = std::get_if<wire::Frame>(&step);
      if (frame == nullptr) continue;
      const auto command = wire::parse_command(frame->bytes);
      if (!command || !std::holds_alternative<Compress>(command->value.command)) continue;
      asked_.insert(command->value.tag);
    }
  }

  /// Behind the OK to COMPRESS the segment may go on, compressed.
  void take_answers(trace::Event event, Events& out) {
    auto& payload = std::get<trace::Payload>(event.what);
    const std::optional<std::size_t> end = hear_server(payload.bytes);
    if (!end || *end == payload.bytes.size()) return out.push_back(std::move(event));
    trace::Event rest = event;
    std::get<trace::Payload>(rest.what).bytes.erase(0, *end);
    payload.bytes.erase(*end);
    out.push_back(std::move(event));
    take_compressed(std::move(rest), out);
  }

  /// How many of the octets lie before the compressed ones; nothing: all of them are as they came.
  std::optional<std::size_t> hear_server(std::string_view bytes) {
    const std::uint64_t before = server_.fed();
    server_.feed(bytes);
    for (;;) {
      const wire::FramerStep step = server_.next();
      if (std::holds_alternative<wire::Incomplete>(step)) return std::nullopt;
      const auto* frame = std::get_if<wire::Frame>(&step);
      if (frame == nullptr || !grants(frame->bytes)) continue;
      begun_ = true;
      return frame->offset + frame->bytes.size() - before;
    }
  }

  bool grants(std::string_view line) {
    if (asked_.empty()) return false;
    const auto response = wire::parse_response(line);
    const auto* tagged = response ? std::get_if<Tagged>(&response->value) : nullptr;
    return tagged != nullptr && asked_.erase(tagged->tag) > 0 &&
           tagged->status.condition == Condition::ok;
  }

  wire::Framer client_{wire::Writer::client, generous};
  wire::Framer server_{wire::Writer::server, generous};
  std::set<std::string> asked_;  ///< tags of COMPRESS that are not answered
  bool begun_ = false;
  Compressed to_server_;
  Compressed to_client_;
};

/// A program that compresses asks for it in one segment.
bool asks_to_compress(const trace::Event& event) {
  const auto* payload = std::get_if<trace::Payload>(&event.what);
  if (payload == nullptr || event.direction != Direction::to_server) return false;
  if (payload->fidelity != trace::Fidelity::exact || payload->compressed > 0) return false;
  constexpr std::string_view verb = "COMPRESS";
  const auto found = std::search(payload->bytes.begin(), payload->bytes.end(), verb.begin(),
                                 verb.end(), [](char a, char b) { return ascii::upper(a) == b; });
  return found != payload->bytes.end();
}

}  // namespace

trace::Trace inflate(trace::Trace trace) {
  std::map<trace::ConnectionId, Conversation> conversations;
  for (const trace::Event& event : trace.events) {
    if (asks_to_compress(event)) conversations[event.connection];
  }
  if (conversations.empty() || !codec::has_deflate()) return trace;
  Events events;
  events.reserve(trace.events.size());
  for (trace::Event& event : trace.events) {
    const auto found = conversations.find(event.connection);
    if (found == conversations.end()) {
      events.push_back(std::move(event));
    } else {
      found->second.take(std::move(event), events);
    }
  }
  trace.events = std::move(events);
  return trace;
}

}  // namespace imapscope::inflate
