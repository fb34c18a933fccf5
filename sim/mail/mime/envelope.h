// ENVELOPE out of a header (RFC 3501 §7.4.2).
#pragma once

#include <string_view>
#include <vector>

#include "sim/imap/envelope.h"
#include "sim/mail/mime/header.h"

namespace imapscope::mail {

/// Of all fields of that name together.
[[nodiscard]] std::vector<Address> addresses_of(const std::vector<HeaderField>& fields,
                                                std::string_view name);

[[nodiscard]] Envelope envelope_of(const std::vector<HeaderField>& fields);

}  // namespace imapscope::mail
