// What a command uses of extensions: whether the server announced it, and whether the client
// enabled what has to be enabled first.
#pragma once

#include "sim/belief/ends/session_model.h"
#include "sim/belief/reading.h"
#include "sim/imap/capability.h"

namespace imapscope::judge {

/// As the client knows them.
[[nodiscard]] Extensions extensions_of(const observer::SessionModel& session);

/// Whether all arguments of extensions are of such as the server announced; where it is not known
/// what it announced, of such as are known.
[[nodiscard]] bool is_offered(const Command& command, const Extensions& extensions);

/// The line is a command, and its grammar was judged.
void judge_extension_use(observer::Line& line, const observer::Reading& reading,
                         const observer::SessionModel& session);

}  // namespace imapscope::judge
