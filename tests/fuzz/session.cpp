// A whole session of IMAP, POP3 or SMTP: whatever a client sends, in whatever pieces, the servers
// answer in their protocol, and the observer reads both directions without losing an octet.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "sim/imap/capability.h"
#include "sim/observer/timeline.h"
#include "sim/world/world.h"
#include "tests/server/fixture.h"

using namespace imapscope;

namespace {

void demand(bool condition) {
  if (!condition) std::abort();
}

world::World make_world(Protocol protocol) {
  world::Setup setup;
  setup.accounts = server::accounts_of_ada_and_bob();
  setup.server.starttls = true;
  for (const CapabilityInfo& info : capabilities) {
    if (info.comes_with.empty() && !info.by_default) setup.server.turn(info.name);
  }
  setup.network = {.latency = milliseconds(1)};
  world::World world(std::move(setup));
  world::Connect connect{"fuzz", server::Greeting::ok, "ada"};
  connect.protocol = protocol;
  demand(world.apply(connect).has_value());
  world.settle();
  return world;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  world::World world = make_world(protocols[data[0] % protocols.size()].protocol);
  std::string_view rest(reinterpret_cast<const char*>(data) + 1, size - 1);
  while (!rest.empty()) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    if (!world.apply(world::Send{"fuzz", std::string(line)})) break;  // the connection is closed
    world.settle();
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
  }
  const observer::Timeline timeline(world.trace());
  for (const observer::Line& line : timeline.lines()) {
    const bool is_ours = line.direction == trace::Direction::to_client;
    demand(!is_ours || !line.breaks_rule());
  }
  return 0;
}
