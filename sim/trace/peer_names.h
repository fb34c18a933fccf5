// What peers are called where there is little room: clients of one host are told apart by port.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sim/trace/trace.h"

namespace imapscope::trace {

/// The client that opened a connection; empty where the trace does not tell.
[[nodiscard]] std::string client_of(const Trace& trace, ConnectionId connection);

/// A peer's name in its two parts: "127.0.0.1:46882" is "127.0.0.1" and ":46882", "[::1]:993" is
/// "[::1]" and ":993". A name without a port is all host.
struct PeerName {
  std::string_view host;
  std::string_view port;  ///< with its colon
};
[[nodiscard]] PeerName split_peer(std::string_view name);

/// A short name for each of `names`, in their order. Of a host with several peers the port is left,
/// of other hosts the host; with peers of several such hosts, names stay whole.
[[nodiscard]] std::vector<std::string> short_peer_names(const std::vector<std::string>& names);

}  // namespace imapscope::trace
