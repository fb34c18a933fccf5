// Trace: an append-only list of wire events, in the order in which they were sent.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sim/base/said.h"
#include "sim/trace/event.h"

namespace imapscope::trace {

/// Where the two times of an event come from, which decides what the order of lines can prove.
enum class Clocking {
  both_ends,  ///< sent and landed are known: a simulation, or our own server
  one_tap,    ///< one time for both: a capture or a log; lines are drawn level
};

struct Header {
  std::string title;   ///< "Two clients, one expunge", "session.pcap"
  std::string source;  ///< "simulation", "server", "pcap" …: its words are trace.source.SOURCE
  Clocking clocking = Clocking::both_ends;
  std::optional<std::int64_t> unix_us;  ///< wall time of instant 0, where known
  bool redacted = false;                ///< secrets were masked when it was written
  friend bool operator==(const Header&, const Header&) = default;
};

struct Trace {
  Header header;
  std::vector<Event> events;
  std::vector<Said> warnings;  ///< what the reader could not know or had to leave out
};

}  // namespace imapscope::trace
