// What a client is to send next, because a command of its own waits: for the server's `+`, or with
// it for a literal's octets, a SASL response or DONE. A function of what has happened so far.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "sim/observer/timeline.h"

namespace imapscope::observer {

struct Dialogue {
  enum class Wants { octets, sasl_response, done };
  Wants wants = Wants::octets;
  LineId command;
  std::optional<LineId> asked;  ///< the server's `+`; nothing: it has not come yet
  std::uint64_t octets = 0;     ///< of the literal that was announced last
};

/// After the first `moments` moments; nothing where no command of that client waits.
[[nodiscard]] std::optional<Dialogue> dialogue_at(const Timeline& timeline, std::size_t moments,
                                                  trace::ConnectionId connection);

}  // namespace imapscope::observer
