// The simulated server on real sockets: many connections, one thread. The server itself knows
// nothing of it (see sim/server/server.h).
//
// What waits for a client is bounded: while 1 MiB does, its further commands wait, too; and where
// it is in IDLE and is still told more, it gets `* BYE` and is cut off.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "sim/base/result.h"
#include "sim/base/said.h"
#include "sim/net/listen.h"
#include "sim/net/verdict.h"
#include "sim/server/server.h"

namespace imapscope::net {

struct ServeOptions {
  Endpoint listen;
  std::optional<std::string> trace;     ///< JSON Lines, written while the server runs
  bool keeps_trace = false;             ///< for `verdict`, with all that was said
  std::size_t most_connections = 1000;  ///< the next ones are refused with `* BYE`
  /// Told what happens beside the protocol, for a terminal.
  std::function<void(const Said&)> log = [](const Said&) {};
};

class Service {
 public:
  /// Listens at once; nobody is answered before `run`.
  [[nodiscard]] static Result<Service, Said> start(ServeOptions options, server::Config config,
                                                   mail::Accounts accounts);
  ~Service();
  Service(Service&&) noexcept;
  Service& operator=(Service&&) noexcept;

  [[nodiscard]] Endpoint endpoint() const;  ///< with the port that was found

  /// Serves until `stop`, or until Ctrl-C or SIGTERM where `until_signal`. Then every session gets
  /// `* BYE`; what cannot be delivered within two seconds is given up.
  void run(bool until_signal = false);
  /// From any thread.
  void stop();
  /// When it has run, and kept its trace.
  [[nodiscard]] Verdict verdict() const;

 private:
  class Impl;
  explicit Service(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace imapscope::net
