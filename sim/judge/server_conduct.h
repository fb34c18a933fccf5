// The server's conduct, in the server's own order: a response is judged by what the server had been
// asked when it sent it.
#pragma once

#include "sim/belief/ends/server_side.h"
#include "sim/belief/line.h"
#include "sim/belief/reading.h"

namespace imapscope::judge {

/// Reports what is wrong with a response, on its line. `server`: the response is attributed, and
/// not yet followed. `in_doubt`: it may be the torso of a line, or no line at all.
void judge_response(observer::Line& line, const observer::Reading& reading,
                    const observer::ServerSide& server, bool in_doubt);

/// A tagged BAD: the command was read, and nothing was found against it. What belongs to an
/// extension that `server` has not announced, it need not know.
void judge_refusal(observer::Line& completion, const observer::Line& command,
                   const observer::ServerSide& server);

/// A `* BAD`, where the line that completes the command was due, and never came.
void judge_bad_without_tag(observer::Line& line);

}  // namespace imapscope::judge
