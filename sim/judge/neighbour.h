// The conduct of both ends of POP3 and SMTP.
#pragma once

#include "sim/belief/ends/session_model.h"
#include "sim/belief/line.h"
#include "sim/neighbour/reply.h"

namespace imapscope::judge {

/// A command is about to be sent. `session`: before it; null: nothing is known yet. Where commands
/// are still to be answered, what they will lead to is not known, and nothing is called a fault.
void judge_neighbour_command(observer::Line& line, const neighbour::Dialect& dialect,
                             const observer::SessionModel* session);

/// A line came in which a status was due, and it has none.
void judge_neighbour_answer(observer::Line& line, const neighbour::Dialect& dialect);

}  // namespace imapscope::judge
