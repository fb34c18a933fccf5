// How the server tells what names a mailbox for good (RFC 8474 §4).
#pragma once

#include <string>

#include "sim/mail/account.h"

namespace imapscope::server {

/// `(F7)`: as the code and STATUS have it.
[[nodiscard]] inline std::string mailbox_id_text(mail::MailboxId id) {
  return "(F" + std::to_string(id.value) + ')';
}

}  // namespace imapscope::server
