// What the extensions that speak of mailboxes demand: LIST-EXTENDED, ACL, METADATA.
#pragma once

#include "sim/belief/ends/server_side.h"
#include "sim/belief/line.h"
#include "sim/imap/capability.h"
#include "sim/imap/command.h"
#include "sim/imap/response.h"

namespace imapscope::judge {

void judge_mailbox_command(observer::Line& line, const Command& command);
void judge_mailbox_data(observer::Line& line, const UntaggedData& data,
                        const observer::ServerSide& server, const Extensions& extensions);

}  // namespace imapscope::judge
