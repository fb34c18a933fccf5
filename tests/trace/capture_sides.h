// What tests of captures look at: each side of a connection as one text.
#pragma once

#include <doctest/doctest.h>

#include <cstdint>
#include <string>

#include "sim/trace/read.h"
#include "tests/in_english.h"
#include "tests/trace/capture_builder.h"

namespace imapscope::trace {

/// One direction, and what is missing in it, as text: "a1 NOOP\r\n[gap 7][TLS 5]".
inline std::string side(const Trace& trace, Direction direction, std::uint32_t connection = 1) {
  std::string text;
  for (const Event& event : trace.events) {
    if (event.direction != direction || event.connection.value != connection) continue;
    if (const auto* payload = std::get_if<Payload>(&event.what)) text += payload->bytes;
    if (const auto* gap = std::get_if<Gap>(&event.what)) {
      text += gap->octets ? "[gap " + std::to_string(*gap->octets) + "]" : "[gap]";
    }
    if (const auto* opaque = std::get_if<Opaque>(&event.what)) {
      text += "[" + opaque->what + " " + std::to_string(opaque->octets) + "]";
    }
    if (const auto* closed = std::get_if<Closed>(&event.what)) {
      text += closed->abrupt ? "[reset]" : "[closed]";
    }
  }
  return text;
}

inline std::string client_of(const Trace& trace, std::uint32_t connection = 1) {
  return side(trace, Direction::to_server, connection);
}
inline std::string server_of(const Trace& trace, std::uint32_t connection = 1) {
  return side(trace, Direction::to_client, connection);
}

inline Trace read_whole(const std::string& content) {
  auto trace = read(content, "made.pcap");
  const std::string message = trace ? "" : in_english(trace.error().message);
  REQUIRE_MESSAGE(trace, message);
  return std::move(*trace);
}

inline void short_session(test::Dialogue& dialogue) {
  dialogue.open();
  dialogue.server("* OK ready\r\n");
  dialogue.client("a1 NOOP\r\n");
  dialogue.server("a1 OK done\r\n");
  dialogue.client_closes();
  dialogue.server_closes();
}

}  // namespace imapscope::trace
