// Identifiers of messages and conversations that last (RFC 8474 §5).
#pragma once

#include <string>

#include "sim/mail/message.h"

namespace imapscope::mail {

/// Of the message's octets: copies have the same, and so has a message that is stored again.
[[nodiscard]] std::string email_id(const Message& message);

/// Of the message that began the conversation, as the References, else In-Reply-To, name it; of the
/// message itself where it answers none. So it never changes, and is the same in every mailbox.
[[nodiscard]] std::string thread_id(const Message& message);

}  // namespace imapscope::mail
