// Dialogue: a session's bytes become commands, and the answers its output. Framing, literals
// (RFC 3501 §4.3, RFC 7888), and the lines that belong to AUTHENTICATE and IDLE. Whatever comes,
// the session stays usable; only LOGOUT ends it.
#pragma once

#include <string_view>

#include "sim/server/turn/turn.h"

namespace imapscope::server {

/// How much of a command is held, literals included; an APPEND may be larger.
[[nodiscard]] wire::FramerLimits limits_of(const Config& config);

/// Serves the next command, or what there is of one that needs an answer already. False where more
/// octets must be fed to the session's framer first, or the session is over.
bool serve_next(Turn& turn);

}  // namespace imapscope::server
