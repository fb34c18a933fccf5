// Link: one direction of a virtual connection. Bytes go in at a time, segments come out with the
// time they land. Pure arithmetic over its own state and a seeded Random; in order, like TCP.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "sim/base/random.h"
#include "sim/base/time.h"
#include "sim/codec/deflate.h"
#include "sim/trace/event.h"

namespace imapscope::channel {

struct LinkSettings {
  Duration latency = milliseconds(20);
  Duration jitter{};                   ///< added at random, up to this; order is kept
  std::int64_t octets_per_second = 0;  ///< 0: no limit
  std::size_t segment_octets = 1460;   ///< the most that one segment carries
  friend bool operator==(const LinkSettings&, const LinkSettings&) = default;
};

class Link {
 public:
  Link(trace::ConnectionId connection, trace::Direction direction, LinkSettings settings,
       Random random);

  void set(LinkSettings settings);  ///< for what is sent from now on

  /// The connection is made. Of the two links of a connection, the client's does this.
  [[nodiscard]] trace::Event open(trace::Opened opened, Instant now);
  /// One event for each segment, all of them sent now: the wait for a slow wire is part of the
  /// flight. After `cut`, what is sent is lost.
  [[nodiscard]] std::vector<trace::Event> send(std::string_view bytes, Instant now);
  /// The sender's part of a TLS handshake: in order with what it sends.
  [[nodiscard]] trace::Event secure(std::uint64_t octets, Instant now);
  /// Whether the sender compresses from here on (RFC 4978): what it sends is shorter on the wire.
  void compress(bool on);
  /// The sender closes: lands behind all that was sent before.
  [[nodiscard]] trace::Event close(Instant now, bool abrupt = false);

  /// The line breaks now.
  void cut() { cut_ = true; }
  [[nodiscard]] bool is_cut() const { return cut_; }

 private:
  [[nodiscard]] trace::Event event(trace::What what, std::size_t octets, Instant now);
  [[nodiscard]] Instant landing_of(std::size_t octets, Instant now);

  trace::ConnectionId connection_;
  trace::Direction direction_;
  LinkSettings settings_;
  Random random_;
  Instant busy_until_;    // the sender's wire is free again
  Instant last_landing_;  // nothing overtakes
  bool cut_ = false;
  std::optional<codec::Deflater> deflater_;
};

}  // namespace imapscope::channel
