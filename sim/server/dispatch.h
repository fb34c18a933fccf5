// Dispatch: from a command to its handler, by the command table. Here, and nowhere else, is checked
// whether the session's state allows a command; here, and nowhere else, is decided when updates of
// the mailbox go out with a command's answer.
#pragma once

#include "sim/imap/command.h"
#include "sim/server/turn/ending.h"
#include "sim/server/turn/turn.h"

namespace imapscope::server {

/// Serves a command that was read to its end. `turn.tag` is its tag. `extension`: what the grammar
/// of the base protocol wants where its first argument of an extension stands.
void dispatch(const Command& command, const std::optional<wire::SyntaxError>& extension,
              Turn& turn);

/// Why the command is not legal in this state: a tagged BAD. Nothing where it is.
[[nodiscard]] Ending refuse_by_state(const CommandInfo& info, State state);

/// What changed in the mailbox, as far as it may be told, then the tagged response.
void complete(const StatusResponse& ending, Telling telling, Turn& turn);
/// Only the tagged response; untagged where the command had no readable tag.
void complete(const StatusResponse& ending, Turn& turn);

}  // namespace imapscope::server
