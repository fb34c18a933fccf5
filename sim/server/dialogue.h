// Dialogue: a session's bytes become commands, and the answers its output. Framing, literals
// (RFC 3501 §4.3, RFC 7888), and the lines that belong to AUTHENTICATE and IDLE. Whatever comes,
// the session stays usable; only LOGOUT ends it.
#pragma once

#include <string_view>

#include "sim/server/turn.h"

namespace imapscope::server {

/// How much of a command is held, literals included; an APPEND may be larger.
[[nodiscard]] wire::FramerLimits limits_of(const Config& config);

/// Serves all that is complete; the rest waits in the session's framer.
void receive(std::string_view bytes, Turn& turn);

}  // namespace imapscope::server
