// Single values as they stand in a server's line: for data that are kept as written.
#pragma once

#include <string>
#include <string_view>

#include "sim/imap/date_time.h"

namespace imapscope::wire {

/// `"17-Jul-1996 02:44:25 -0700"`
[[nodiscard]] std::string date_time_text(const DateTime& time);
/// Quoted where it can be, else a literal.
[[nodiscard]] std::string string_text(std::string_view octets);

}  // namespace imapscope::wire
