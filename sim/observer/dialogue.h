// What a client is to send next, because a command of its own waits: for the server's `+`, or with
// it for a literal's octets, a SASL response or DONE. A function of what has happened so far.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>

#include "sim/observer/timeline.h"

namespace imapscope::observer {

struct Dialogue {
  enum class Wants { octets, sasl_response, done };
  Wants wants = Wants::octets;
  LineId command;
  std::optional<LineId> asked;  ///< the server's `+`; nothing: it has not come yet
  std::uint64_t octets = 0;     ///< of the literal that was announced last
};

/// What the client of one connection has said and heard. Going on costs what is new; going back
/// costs all that is before.
class Talk {
 public:
  explicit Talk(trace::ConnectionId connection) : connection_(connection) {}

  /// Stands after the first `moments` moments, wherever it stood. Always of the same timeline, in
  /// which lines that have happened stay as they were.
  void stand_after(std::size_t moments, const Timeline& timeline);

  /// The client's last command; nothing before its first.
  [[nodiscard]] std::optional<LineId> last_command() const { return said_.command; }
  /// Nothing where no command of the client waits.
  [[nodiscard]] std::optional<Dialogue> dialogue(const Timeline& timeline) const;

 private:
  struct Said {
    std::optional<LineId> command;
    std::optional<LineId> spoke;  ///< a command, or what belongs to one …
    // … and what came since:
    std::optional<LineId> asked;
    std::set<LineId> completed;
  };

  void take(const Moment& moment, const Line& line);
  void hear(const Line& line);
  [[nodiscard]] std::optional<Dialogue> begun_by(const Line& line) const;
  [[nodiscard]] std::optional<Dialogue> authenticating(const Timeline& timeline,
                                                       const Line& line) const;

  trace::ConnectionId connection_;
  std::size_t moments_ = 0;
  Said said_;
};

}  // namespace imapscope::observer
