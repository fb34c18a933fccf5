// What `curl -v` says of a session: `> ` before what it sent, `< ` before what it heard, `* `
// before its own remarks; with --trace-time a time of day before them.
#pragma once

#include <string_view>

#include "sim/trace/read.h"

namespace imapscope::trace {

/// Among the first lines are a remark of curl's, and one of a server behind `< `.
[[nodiscard]] bool looks_like_curl(std::string_view content);

/// Read as a transcript: each line is one of the protocol. Octets that curl took out of the output,
/// a message that it downloaded or sent, are a gap.
[[nodiscard]] Result<Trace, ReadError> read_curl(std::string_view content, std::string_view name);

}  // namespace imapscope::trace
