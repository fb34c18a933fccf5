// The wire event: the one thing that simulations, lessons, captures and live traffic all consist
// of.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "sim/base/protocol.h"
#include "sim/base/time.h"

namespace imapscope::trace {

struct ConnectionId {
  std::uint32_t value = 0;
  friend constexpr auto operator<=>(const ConnectionId&, const ConnectionId&) = default;
};

enum class Direction : std::uint8_t { to_server, to_client };

constexpr Direction opposite(Direction d) {
  return d == Direction::to_server ? Direction::to_client : Direction::to_server;
}

/// How near to the wire the bytes are. `exact`: as captured. `line`: lines are right, their split
/// into segments and line ends are not known. `summary`: reconstructed from a log without wire
/// text.
enum class Fidelity : std::uint8_t { exact, line, summary };

/// Octets of a payload that were masked: their number is kept, their content is not.
struct Masked {
  std::size_t offset = 0;
  std::size_t octets = 0;
  friend bool operator==(const Masked&, const Masked&) = default;
};

struct Opened {        ///< the connection was made, by the client
  std::string client;  ///< "laptop", "192.0.2.9:40312"; empty where not known
  std::string server;  ///< "server", "192.0.2.1:143"
  Protocol protocol = Protocol::imap;
  friend bool operator==(const Opened&, const Opened&) = default;
};
struct Payload {  ///< octets of the protocol
  std::string bytes;
  Fidelity fidelity = Fidelity::exact;
  std::vector<Masked> masked;
  /// How many octets on the wire these were, where COMPRESS was at work; 0: they came as they are.
  std::uint64_t compressed = 0;
  friend bool operator==(const Payload&, const Payload&) = default;
};
struct Closed {         ///< the sender of this event closed its end, or the connection broke
  bool abrupt = false;  ///< reset or cut, not an orderly end
  friend bool operator==(const Closed&, const Closed&) = default;
};
struct Gap {  ///< octets that a capture missed
  std::optional<std::uint64_t> octets;
  friend bool operator==(const Gap&, const Gap&) = default;
};
struct Opaque {  ///< TLS records and the like: nothing inside can be read
  std::uint64_t octets = 0;
  std::string what;  ///< "TLS"
  friend bool operator==(const Opaque&, const Opaque&) = default;
};
struct Secured {  ///< its sender's part of a TLS handshake: what follows in this direction is
                  ///< protected, and can be read here since one of the ends was asked for it
  std::uint64_t octets = 0;  ///< of the handshake
  friend bool operator==(const Secured&, const Secured&) = default;
};
struct Note {              ///< something beside the wire that a viewer should see
  std::string text;        ///< in its writer's own words, or the subject of mail that arrived …
  std::string mail_for{};  ///< … for this user
  bool bounced = false;    ///< or did not, as the mailbox is full
  friend bool operator==(const Note&, const Note&) = default;
};

using What = std::variant<Payload, Opened, Closed, Gap, Opaque, Secured, Note>;

/// One segment, or another thing that happened, on one direction of one connection.
struct Event {
  ConnectionId connection;
  Direction direction = Direction::to_server;
  Instant sent;
  std::optional<Instant>
      landed;  ///< nothing: it was lost. A capture has one tap time: landed == sent.
  What what;
  friend bool operator==(const Event&, const Event&) = default;
};

/// What a connection speaks whose first event this is: as its opening says; where that was not
/// seen, as its first octets look.
[[nodiscard]] Protocol protocol_of(const Event& event);

}  // namespace imapscope::trace
