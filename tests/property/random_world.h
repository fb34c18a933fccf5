// Worlds in which several clients of one user talk at random, and what must be true of each.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "sim/world/world.h"
#include "tests/property/server_script.h"

namespace imapscope::world {

/// How much the clients talk at once.
enum class Pace {
  one_by_one,  ///< a client waits for its own completions before it sends the next command
  pipelined,   ///< it waits for nothing
};

/// Clients of ada, each with INBOX open.
struct RandomWorld {
  RandomWorld(std::uint64_t seed, const server::Config& config, std::size_t clients,
              Speech speech = Speech::base);

  /// So many lines are sent, and mail arrives in between.
  void play(Choices& choices, Pace pace, int actions);
  /// Everybody is told everything.
  void tell_all();
  /// After that: what every client believes is what the server holds, and the server broke no rule.
  void require_true_beliefs() const;

  World world;
  std::vector<std::string> clients;
  ScriptWriter writer;

 private:
  /// Whoever was sent away comes back.
  void connect_again(const std::string& client);
  [[nodiscard]] Action next(Choices& choices, Pace pace);
};

/// The server of the property tests: it finds some lines too long.
[[nodiscard]] server::Config impatient_config();

}  // namespace imapscope::world
