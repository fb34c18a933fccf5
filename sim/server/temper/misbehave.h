// How faults on request are carried out (misbehaviour.h): before a command, behind it, or at a
// time.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/server/temper/misbehaviour.h"
#include "sim/server/turn/turn.h"

namespace imapscope::server {

/// A command has come, "UID FETCH"; "" where there is no verb. Whether a fault takes the place of
/// its answer. Else one may be remembered in the session, for `misbehave`.
bool misbehaves_instead(const std::string& verb, Turn& turn);

/// What was written from `from` on is of the command with which something goes wrong.
void misbehave(std::size_t from, Turn& turn);

/// When the next fault comes that needs no command; nothing: none does.
[[nodiscard]] std::optional<Instant> next_fault(const Config& config, const Session& session);
/// Those that come now; they come once.
[[nodiscard]] std::vector<const Fault*> take_faults_due(const Config& config, Session& session,
                                                        Instant now);
void misbehave_unasked(const Fault& fault, Turn& turn);

}  // namespace imapscope::server
