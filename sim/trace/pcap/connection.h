// One TCP connection of a capture, from its segments to wire events.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "sim/trace/event.h"
#include "sim/trace/pcap/language.h"
#include "sim/trace/pcap/segment.h"
#include "sim/trace/pcap/stream.h"

namespace imapscope::trace {

/// A wire event before the trace's time 0 and the connection's number are known.
struct SeenEvent {
  Seen seen;
  Direction direction;
  What what;
};

class TcpConnection {
 public:
  TcpConnection(const Segment& first, Seen seen);

  /// Whether `segment` opens a new connection between the same ends.
  [[nodiscard]] bool is_followed_by(const Segment& segment) const;
  void take(const Segment& segment, Seen seen);

  [[nodiscard]] Language language() const;
  [[nodiscard]] bool has_beginning() const;  ///< its opening was captured
  [[nodiscard]] Seen first_seen() const { return first_; }
  [[nodiscard]] std::string names() const;  ///< "192.0.2.9:40312 to 192.0.2.1:143"
  /// In the order of time.
  [[nodiscard]] std::vector<SeenEvent> events() const;

 private:
  struct End {
    Endpoint endpoint;
    TcpStream sent;
    std::optional<SeenEvent> closed;
  };
  [[nodiscard]] std::size_t server() const;
  [[nodiscard]] std::optional<Protocol> protocol_of_ports() const;
  [[nodiscard]] Protocol protocol() const;
  [[nodiscard]] std::array<std::string, 2> fronts() const;
  void take_syn(std::size_t by, const Segment& segment);
  void add_stream(std::size_t by, std::vector<SeenEvent>& events) const;
  void hide_tls(std::vector<SeenEvent>& events) const;

  std::array<End, 2> ends_;
  std::optional<std::size_t> client_;  ///< who sent the SYN
  Seen first_;
  bool ignored_ = false;  ///< enough was seen to know that it is something else
};

}  // namespace imapscope::trace
