// Transcripts as the RFCs and bug reports print them: `C: ` before what the client sent, `S: `
// before what the server sent. A transcript has no segments (fidelity `line`), and mostly no times:
// then lines are spread over time evenly, which the trace's warnings say.
#pragma once

#include <string_view>

#include "sim/base/result.h"
#include "sim/trace/read.h"

namespace imapscope::trace {

/// A line behind a marker that is always a gap, also where octets enough for a literal follow: for
/// readers that know what their source left out.
inline constexpr std::string_view sure_gap = "<elided>";

/// Some line among the first begins with `C:` or `S:`, or is IMAP behind `Client:`, `s:` and the
/// like; and the content is text.
[[nodiscard]] bool looks_like_transcript(std::string_view content);

/// A line behind its marker is one line of the protocol; the blanks between them are layout.
/// `C2:` and `S2:` are of another connection; a time of day or the `>` of a mail may stand before.
/// A line without marker belongs to a literal of which octets are owed; directly below, and
/// indented, it continues the line above: it was wrapped for print. `...`, `[...]` and `(more …)`
/// are gaps, and so is what a literal lacks when its command is completed. Lines that begin with
/// `#` are remarks; with `<TLS negotiation>` both ends begin TLS. Everything else is left out with
/// a warning.
[[nodiscard]] Result<Trace, ReadError> read_transcript(std::string_view content,
                                                       std::string_view name);

}  // namespace imapscope::trace
