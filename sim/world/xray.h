// X-ray: what the server really holds and owes, which no client can see. Only simulated worlds have
// one.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "sim/imap/flag.h"
#include "sim/imap/mailbox_name.h"
#include "sim/imap/numbers.h"
#include "sim/trace/event.h"

namespace imapscope::world {

struct XrayMessage {
  Uid uid;
  FlagSet flags;  ///< \Recent as this session would be told
  std::uint32_t size = 0;
  std::string subject;  ///< decoded
};

/// One session's X-ray: its selected mailbox as the server holds it, and the lines that wait for a
/// moment in which they may be sent.
struct XraySession {
  std::optional<MailboxName> mailbox;
  UidValidity uid_validity;
  Uid uid_next;
  std::vector<XrayMessage> messages;
  std::vector<std::string> owed;  ///< `* 3 EXPUNGE`, without CRLF
};

using Xray = std::map<trace::ConnectionId, XraySession>;

}  // namespace imapscope::world
