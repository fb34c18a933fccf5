// Transcripts as the RFCs and bug reports print them: `C: ` before what the client sent, `S: `
// before what the server sent. A transcript has no times and no segments (fidelity `line`), so
// lines are spread over time evenly, which the trace's warnings say.
#pragma once

#include <string_view>

#include "sim/base/result.h"
#include "sim/trace/read.h"

namespace imapscope::trace {

/// Some line among the first begins with `C:` or `S:`, and the content is text.
[[nodiscard]] bool looks_like_transcript(std::string_view content);

/// A line behind its marker is one line of the protocol; the blanks between them are layout. A line
/// without marker directly below, and indented, continues the line above: it was wrapped for print.
/// Lines that begin with `#` are remarks. Everything else is left out with a warning.
[[nodiscard]] Result<Trace, ReadError> read_transcript(std::string_view content,
                                                       std::string_view name);

}  // namespace imapscope::trace
