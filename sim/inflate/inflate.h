// Captures in which COMPRESS was at work: from the OK to it on, both directions are DEFLATE streams
// (RFC 4978 §3), and are made into what was said.
#pragma once

#include "sim/trace/trace.h"

namespace imapscope::inflate {

/// Each payload that was compressed becomes the text that it stands for, and knows how many octets
/// it had on the wire; a segment in which compression begins becomes two. What is no DEFLATE
/// stream, lies behind a hole, or would grow beyond all measure stays as it is, and so does a trace
/// without COMPRESS.
[[nodiscard]] trace::Trace inflate(trace::Trace trace);

}  // namespace imapscope::inflate
