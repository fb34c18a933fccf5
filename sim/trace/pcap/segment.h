// One TCP segment out of an IP packet, by libtins.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace imapscope::trace {

struct Endpoint {
  std::string address;
  std::uint16_t port = 0;
  friend auto operator<=>(const Endpoint&, const Endpoint&) = default;
};

[[nodiscard]] std::string to_text(const Endpoint& endpoint);  ///< "192.0.2.1:143", "[::1]:143"

struct Segment {
  Endpoint from, to;
  std::uint32_t sequence = 0;
  std::optional<std::uint32_t> acknowledges;
  bool syn = false;
  bool fin = false;
  bool rst = false;
  std::string bytes;       ///< what was captured of its payload
  std::size_t octets = 0;  ///< how long the payload was on the wire
};

/// Puts IPv4 fragments together, which is why it remembers.
class Dissector {
 public:
  Dissector();
  ~Dissector();
  Dissector(const Dissector&) = delete;
  Dissector& operator=(const Dissector&) = delete;

  /// Nothing where the packet is no TCP, is cut short in its headers, or is one fragment of many.
  [[nodiscard]] std::optional<Segment> segment_in(std::string_view ip_packet);

 private:
  struct Fragments;
  std::unique_ptr<Fragments> fragments_;
};

}  // namespace imapscope::trace
