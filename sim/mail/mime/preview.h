// The beginning of a message as plain text, for a list of messages (RFC 8970).
#pragma once

#include <string>

#include "sim/mail/message.h"

namespace imapscope::mail {

/// Of the first text part, 200 characters at most, on one line; markup is taken out of HTML. Empty
/// where there is no text.
[[nodiscard]] std::string preview_of(const Message& message);

}  // namespace imapscope::mail
