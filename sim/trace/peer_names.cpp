#include "sim/trace/peer_names.h"

#include <algorithm>
#include <map>
#include <set>

#include "sim/base/ascii.h"

namespace imapscope::trace {

std::string client_of(const Trace& trace, ConnectionId connection) {
  for (const Event& event : trace.events) {
    if (event.connection != connection) continue;
    if (const auto* opened = std::get_if<Opened>(&event.what)) return opened->client;
  }
  return {};
}

PeerName split_peer(std::string_view name) {
  const std::size_t colon = name.rfind(':');
  const PeerName whole{name, {}};
  if (colon == std::string_view::npos || colon == 0 || colon + 1 == name.size()) return whole;
  const std::string_view host = name.substr(0, colon);
  const std::string_view digits = name.substr(colon + 1);
  const bool is_port = std::all_of(digits.begin(), digits.end(), ascii::is_digit);
  const bool is_address = host.find(':') != std::string_view::npos && !host.ends_with(']');
  return is_port && !is_address ? PeerName{host, name.substr(colon)} : whole;
}

std::vector<std::string> short_peer_names(const std::vector<std::string>& names) {
  std::map<std::string_view, std::set<std::string_view>> ports;  // by host
  for (const std::string& name : names) {
    const PeerName peer = split_peer(name);
    if (!peer.port.empty()) ports[peer.host].insert(peer.port);
  }
  const auto is_shared = [&](std::string_view host) {
    const auto found = ports.find(host);
    return found != ports.end() && found->second.size() > 1;
  };
  const auto shared = std::count_if(ports.begin(), ports.end(),
                                    [&](const auto& entry) { return is_shared(entry.first); });
  std::vector<std::string> brief;
  for (const std::string& name : names) {
    const PeerName peer = split_peer(name);
    if (peer.port.empty() || (is_shared(peer.host) && shared > 1)) {
      brief.push_back(name);
    } else {
      brief.emplace_back(is_shared(peer.host) ? peer.port : peer.host);
    }
  }
  return brief;
}

}  // namespace imapscope::trace
