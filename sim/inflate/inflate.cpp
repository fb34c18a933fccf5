#include "sim/inflate/inflate.h"

#include <algorithm>
#include <map>
#include <optional>
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
class Side {
 public:
  explicit Side(wire::Writer writer) : lines(writer, generous) {}

  [[nodiscard]] bool is_compressed() const { return stream_.has_value(); }
  void begin() {
    stream_.emplace();
    inflated_ = 0;
    is_whole_ = true;
  }
  void end() { stream_.reset(); }
  /// Octets are missing.
  void breaks() {
    is_whole_ = is_whole_ && !is_compressed();
    lines.resume_at(lines.fed());
  }

  /// Makes the payload what it says. False: that cannot be known.
  bool read(trace::Payload& payload) {
    if (!is_compressed()) return true;
    std::string text;
    for (std::string_view octets = payload.bytes; is_whole_ && !octets.empty();) {
      const auto inflated = stream_->read(octets.substr(0, slice_octets));
      octets.remove_prefix(std::min(octets.size(), slice_octets));
      inflated_ += inflated ? inflated->size() : 0;
      is_whole_ = inflated && inflated_ <= most_inflated;
      if (inflated) text += *inflated;
    }
    if (!is_whole_) return false;
    payload.compressed = payload.bytes.size();
    payload.bytes = std::move(text);
    return true;
  }

  wire::Framer lines;  ///< of what it says

 private:
  std::optional<codec::Inflater> stream_;
  std::size_t inflated_ = 0;
  bool is_whole_ = true;
};

class Conversation {
 public:
  void take(trace::Event event, Events& out) {
    auto* payload = std::get_if<trace::Payload>(&event.what);
    const bool from_client = event.direction == Direction::to_server;
    Side& side = from_client ? client_ : server_;
    if (std::holds_alternative<trace::Gap>(event.what)) side.breaks();
    const bool is_known = payload == nullptr || payload->compressed > 0;
    if (is_known || !side.read(*payload)) return out.push_back(std::move(event));
    if (!from_client) return take_answers(std::move(event), out);
    hear_client(payload->bytes);
    out.push_back(std::move(event));
  }

 private:
  void hear_client(std::string_view bytes) {
    client_.lines.feed(bytes);
    for (;;) {
      const wire::FramerStep step = client_.lines.next();
      if (std::holds_alternative<wire::Incomplete>(step)) return;
      if (std::holds_alternative<wire::LiteralAhead>(step)) client_.lines.accept_literal();
      if (const auto* frame = std::get_if<wire::Frame>(&step)) hear_command(frame->bytes);
    }
  }

  void hear_command(std::string_view line) {
    const auto parsed = wire::parse_command(line);
    if (!parsed) return;
    const TaggedCommand& command = parsed->value;
    if (std::holds_alternative<Compress>(command.command)) asked_[command.tag] = true;
    if (!std::holds_alternative<Unauthenticate>(command.command)) return;
    asked_[command.tag] = false;
    client_.end();  // RFC 8437 §4.1
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
    take(std::move(rest), out);
  }

  /// How many of the octets lie before compressed ones; nothing: none are there.
  std::optional<std::size_t> hear_server(std::string_view bytes) {
    const std::uint64_t before = server_.lines.fed();
    server_.lines.feed(bytes);
    for (;;) {
      const wire::FramerStep step = server_.lines.next();
      if (std::holds_alternative<wire::Incomplete>(step)) return std::nullopt;
      const auto* frame = std::get_if<wire::Frame>(&step);
      if (frame == nullptr || !begins(frame->bytes)) continue;
      const std::uint64_t end = frame->offset + frame->bytes.size();
      server_.lines.resume_at(end);
      return end - before;
    }
  }

  /// Whether compression begins behind this line.
  bool begins(std::string_view line) {
    if (asked_.empty()) return false;
    const auto response = wire::parse_response(line);
    const auto* tagged = response ? std::get_if<Tagged>(&response->value) : nullptr;
    const auto asked = tagged == nullptr ? asked_.end() : asked_.find(tagged->tag);
    if (asked == asked_.end()) return false;
    const bool on = asked->second;
    asked_.erase(asked);
    if (tagged->status.condition != Condition::ok) return false;
    if (!on) server_.end();
    if (!on || server_.is_compressed()) return false;
    client_.begin();
    server_.begin();
    return true;
  }

  Side client_{wire::Writer::client};
  Side server_{wire::Writer::server};
  std::map<std::string, bool> asked_;  ///< by tag: whether compression is to begin, or to end
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
