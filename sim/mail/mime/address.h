// Address lists of a header (RFC 2822 §3.4) as ENVELOPE tells them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sim/imap/envelope.h"

namespace imapscope::mail {

/// `value` is unfolded. Encoded words stay as they are. What is missing is named as Dovecot names
/// it: MISSING_MAILBOX, MISSING_DOMAIN, SYNTAX_ERROR, INVALID_ROUTE.
[[nodiscard]] std::vector<Address> parse_addresses(std::string_view value);

/// As a header would show them, without quotes and comments: `Ada <ada@engine.example>, bob@x`, a
/// group as `Friends: ada@engine.example;`.
[[nodiscard]] std::string plain_text(const std::vector<Address>& addresses);

/// White space as people want to see it: none at the ends, one space inside.
[[nodiscard]] std::string tidy_blanks(std::string_view text);

}  // namespace imapscope::mail
