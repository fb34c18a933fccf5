// What extensions of searching, and of doing without numbers, demand of a client.
#pragma once

#include "sim/belief/line.h"
#include "sim/imap/capability.h"
#include "sim/imap/command.h"

namespace imapscope::judge {

void judge_search_use(observer::Line& line, const Command& command, const Extensions& extensions);

}  // namespace imapscope::judge
