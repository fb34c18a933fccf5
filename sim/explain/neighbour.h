// Explaining a line of POP3 or SMTP.
#pragma once

#include "sim/explain/explain.h"

namespace imapscope::explain {

/// The line's protocol is one of the two.
[[nodiscard]] Explanation explain_neighbour(const Timeline& timeline, const Line& line,
                                            const words::Words& words);

/// Whether the line carries a secret, which no sentence quotes: of any protocol.
[[nodiscard]] bool holds_secret(const Line& line);

}  // namespace imapscope::explain
