#include "sim/trace/pcap/connection.h"

#include <algorithm>
#include <utility>

namespace imapscope::trace {
namespace {

constexpr std::size_t front_octets = 1U << 14U;
constexpr std::size_t enough_octets = 1U << 16U;  ///< to tell whether it is IMAP

/// What is missing in parts is one gap where nothing was captured between them.
void join_gaps(std::vector<SeenEvent>& events) {
  std::vector<SeenEvent> joined;
  for (SeenEvent& event : events) {
    const auto* more = std::get_if<Gap>(&event.what);
    auto* gap = joined.empty() ? nullptr : std::get_if<Gap>(&joined.back().what);
    if (more != nullptr && gap != nullptr && joined.back().direction == event.direction) {
      *gap->octets += *more->octets;
    } else {
      joined.push_back(std::move(event));
    }
  }
  events = std::move(joined);
}

}  // namespace

TcpConnection::TcpConnection(const Segment& first, Seen seen) : first_(seen) {
  ends_[0].endpoint = first.from;
  ends_[1].endpoint = first.to;
}

bool TcpConnection::is_followed_by(const Segment& segment) const {
  if (!segment.syn || segment.acknowledges) return false;
  const End& end = ends_[segment.from == ends_[0].endpoint ? 0 : 1];
  if (end.sent.has_beginning()) return !end.sent.begins_at(segment.sequence);
  return !end.sent.is_empty();
}

void TcpConnection::take(const Segment& segment, Seen seen) {
  if (ignored_) return;
  const std::size_t by = segment.from == ends_[0].endpoint ? 0 : 1;
  TcpStream& sent = ends_[by].sent;
  if (segment.syn) take_syn(by, segment);
  const std::uint32_t sequence = segment.sequence + (segment.syn ? 1U : 0U);
  sent.add(sequence, segment.bytes, segment.octets, seen);
  if (segment.acknowledges && !segment.rst)
    ends_[1 - by].sent.acknowledge(*segment.acknowledges, seen);
  if (segment.fin) sent.finish(sequence + static_cast<std::uint32_t>(segment.octets), seen);
  if ((segment.fin || segment.rst) && !ends_[by].closed) {
    ends_[by].closed = SeenEvent{seen, Direction::to_server, Closed{segment.rst}};
  }
  const std::size_t held = ends_[0].sent.held_octets() + ends_[1].sent.held_octets();
  if (held < enough_octets || held - segment.bytes.size() >= enough_octets) return;
  if (language() != Language::other) return;
  ignored_ = true;
  for (End& end : ends_) end.sent = TcpStream{};
}

void TcpConnection::take_syn(std::size_t by, const Segment& segment) {
  ends_[by].sent.begin(segment.sequence);
  client_ = segment.acknowledges ? 1 - by : by;
  // The answer to a SYN tells where the asking side began, should its SYN be missing.
  if (segment.acknowledges) ends_[1 - by].sent.begin(*segment.acknowledges - 1);
}

std::optional<Protocol> TcpConnection::protocol_of_ports() const {
  const auto first = protocol_of_port(ends_[0].endpoint.port);
  return first ? first : protocol_of_port(ends_[1].endpoint.port);
}

Protocol TcpConnection::protocol() const {
  const auto held = fronts();
  if (const auto speakers = speakers_by_lines({held[0], held[1]})) return speakers->protocol;
  return protocol_of_ports().value_or(Protocol::imap);
}

std::array<std::string, 2> TcpConnection::fronts() const {
  return {ends_[0].sent.front(front_octets), ends_[1].sent.front(front_octets)};
}

Language TcpConnection::language() const {
  if (ignored_) return Language::other;
  const auto held = fronts();
  return language_of({held[0], held[1]}, protocol_of_ports().has_value());
}

std::size_t TcpConnection::server() const {
  if (client_) return 1 - *client_;
  const auto held = fronts();
  if (const auto speakers = speakers_by_lines({held[0], held[1]})) return speakers->server;
  if (protocol_of_port(ends_[0].endpoint.port)) return 0;
  return 1;
}

bool TcpConnection::has_beginning() const {
  return client_.has_value();
}

std::string TcpConnection::names() const {
  return to_text(ends_[1 - server()].endpoint) + " to " + to_text(ends_[server()].endpoint);
}

std::vector<SeenEvent> TcpConnection::events() const {
  std::vector<SeenEvent> events;
  for (const std::size_t by : {1 - server(), server()}) add_stream(by, events);
  std::stable_sort(events.begin(), events.end(),
                   [](const SeenEvent& a, const SeenEvent& b) { return a.seen < b.seen; });
  hide_tls(events);
  join_gaps(events);
  std::vector<SeenEvent> all;
  all.push_back({first_, Direction::to_server,
                 Opened{to_text(ends_[1 - server()].endpoint), to_text(ends_[server()].endpoint),
                        protocol()}});
  if (!has_beginning()) {
    all.push_back({first_, Direction::to_server, Gap{}});
    all.push_back({first_, Direction::to_client, Gap{}});
  }
  std::move(events.begin(), events.end(), std::back_inserter(all));
  return all;
}

void TcpConnection::add_stream(std::size_t by, std::vector<SeenEvent>& events) const {
  const Direction direction = by == server() ? Direction::to_client : Direction::to_server;
  Seen last;
  for (Chunk& chunk : ends_[by].sent.chunks()) {
    last = chunk.seen;
    if (chunk.missed > 0) {
      events.push_back({chunk.seen, direction, Gap{chunk.missed}});
    } else {
      events.push_back(
          {chunk.seen, direction, Payload{std::move(chunk.bytes), Fidelity::exact, {}}});
    }
  }
  if (!ends_[by].closed) return;
  SeenEvent closed = *ends_[by].closed;
  closed.direction = direction;
  closed.seen = {std::max(closed.seen.unix_us, last.unix_us),
                 std::max(closed.seen.packet, last.packet)};
  events.push_back(std::move(closed));
}

/// From the first TLS record behind STARTTLS on, in both directions. Where the capture may have
/// missed the STARTTLS, a record is enough.
void TcpConnection::hide_tls(std::vector<SeenEvent>& events) const {
  bool hidden = language() == Language::tls;
  bool expected = !has_beginning();
  for (SeenEvent& event : events) {
    if (std::holds_alternative<Gap>(event.what)) expected = true;
    auto* payload = std::get_if<Payload>(&event.what);
    if (payload == nullptr) continue;
    hidden = hidden || (expected && begins_tls_record(payload->bytes));
    const bool asks = event.direction == Direction::to_server && asks_for_tls(payload->bytes);
    expected = expected || asks;
    if (hidden) event.what = Opaque{payload->bytes.size(), "TLS"};
  }
}

}  // namespace imapscope::trace
