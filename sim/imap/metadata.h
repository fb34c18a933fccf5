// The metadata family: annotations of mailboxes and of the server (RFC 5464).
#pragma once

#include <string>
#include <vector>

#include "sim/imap/envelope.h"
#include "sim/imap/mailbox_name.h"
#include "sim/imap/parameters.h"

namespace imapscope {

/// Of the server's annotations the mailbox's name is empty (RFC 5464 §4.1).
struct GetMetadata {   ///< RFC 5464 §4.2
  Parameters options;  ///< `MAXSIZE 1024`, `DEPTH infinity`
  MailboxName mailbox;
  std::vector<std::string> entries;
  friend bool operator==(const GetMetadata&, const GetMetadata&) = default;
};

struct Annotation {
  std::string entry;  ///< `/private/comment`
  NString value;      ///< NIL: it has none
  friend bool operator==(const Annotation&, const Annotation&) = default;
};
struct SetMetadata {  ///< RFC 5464 §4.3
  MailboxName mailbox;
  std::vector<Annotation> annotations;
  friend bool operator==(const SetMetadata&, const SetMetadata&) = default;
};

struct MetadataData {  ///< `* METADATA …`, RFC 5464 §4.4
  MailboxName mailbox;
  std::vector<Annotation> annotations{};
  std::vector<std::string> changed{};  ///< in place of values: the names of what somebody changed
  friend bool operator==(const MetadataData&, const MetadataData&) = default;
};

}  // namespace imapscope
