// What a server leaves out: the line that completes a command, the rest of a line, its farewell.
// And what it says too often, or too late.
#pragma once

#include "sim/belief/ends/server_side.h"
#include "sim/belief/line.h"

namespace imapscope::judge {

/// A command was completed. `server`: that has been followed. Where the session ends with it, all
/// that came before it must be complete.
void judge_left_open(observer::Line& completion, const observer::Line& command,
                     const observer::ServerSide& server);
/// How long the command waited.
void judge_wait(observer::Line& completion, const observer::Line& command,
                const observer::ServerSide& server);
/// The same where the client gave up, and closed the connection.
void judge_given_up(observer::Line& closing, const observer::ServerSide& server);

/// The server closed the connection in the midst of this line.
void judge_cut_off(observer::Line& torso);
/// It closed the connection.
void judge_closing(observer::Line& closing, const observer::ServerSide& server);

/// The line came as often as makes a flood.
void judge_repetition(observer::Line& line, const observer::ServerSide& server);

}  // namespace imapscope::judge
