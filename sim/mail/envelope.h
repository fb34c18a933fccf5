// ENVELOPE out of a header (RFC 3501 §7.4.2).
#pragma once

#include <vector>

#include "sim/imap/envelope.h"
#include "sim/mail/header.h"

namespace imapscope::mail {

[[nodiscard]] Envelope envelope_of(const std::vector<HeaderField>& fields);

}  // namespace imapscope::mail
