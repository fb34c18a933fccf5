// World: a server, clients and the channels between them, on virtual time. A discrete-event
// simulation and a copyable value: a copy goes its own way, and two worlds fed the same inputs stay
// equal to the byte.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "sim/base/result.h"
#include "sim/base/time.h"
#include "sim/trace/trace.h"
#include "sim/world/input.h"
#include "sim/world/setup.h"
#include "sim/world/xray.h"

namespace imapscope::world {

class World {
 public:
  explicit World(Setup setup);

  [[nodiscard]] Instant now() const;

  /// Acts at `now()`. An error is one sentence: an unknown client, a mailbox that is not there.
  Result<void, std::string> apply(const Action& action);

  /// The time of the next thing that will happen by itself; nothing when all is quiet.
  [[nodiscard]] std::optional<Instant> next_event() const;
  /// Does that next thing, and moves `now()` to it. False when all is quiet.
  bool step();
  /// Steps while the next thing is due at or before `t`, then moves `now()` to `t`.
  void run_until(Instant t);
  /// Steps until all is quiet.
  void settle();

  [[nodiscard]] const trace::Trace& trace() const;
  [[nodiscard]] Xray xray() const;

  /// The connection of a client that is or was connected; its latest one.
  [[nodiscard]] std::optional<trace::ConnectionId> connection_of(std::string_view client) const;
  /// Tags without completion, as the client sees it.
  [[nodiscard]] std::vector<std::string> pending_tags(std::string_view client) const;
};

}  // namespace imapscope::world
