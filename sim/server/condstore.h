// CONDSTORE and QRESYNC (RFC 7162): what several families need of them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "sim/imap/parameters.h"
#include "sim/server/turn/ending.h"
#include "sim/server/turn/turn.h"

namespace imapscope::server {

/// The client has shown that it speaks CONDSTORE: from here on changes are told with their numbers,
/// and of the open mailbox it is told which is the newest (§3.1).
void turn_on_condstore(Turn& turn);

/// The number that a parameter has; nothing where it has none, or another value.
[[nodiscard]] std::optional<std::uint64_t> mod_seq_in(const Parameter& parameter);

/// `MODSEQ (5)`: the value.
[[nodiscard]] std::string mod_seq_text(std::uint64_t mod_seq);

/// The ending, and the number of the newest change with it where QRESYNC is on (§3.2.7, §3.2.8).
[[nodiscard]] StatusResponse with_highest_mod_seq(StatusResponse ending, const Turn& turn);

/// `* VANISHED (EARLIER) …`: what was removed since, as far as `asked` names it.
void say_vanished_earlier(std::uint64_t since, const std::optional<UidSet>& asked, Turn& turn);

}  // namespace imapscope::server
