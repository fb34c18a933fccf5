// What answers a command must fit it: its data, its response codes, and the numbers in both.
#pragma once

#include "sim/belief/ends/server_side.h"
#include "sim/belief/line.h"
#include "sim/imap/response.h"

namespace imapscope::judge {

/// Reports, on the line of a response that is attributed and not yet followed, what does not fit
/// the command that it answers, or the mailbox that it speaks of.
void judge_answer(observer::Line& line, const Response& response,
                  const observer::ServerSide& server);

}  // namespace imapscope::judge
