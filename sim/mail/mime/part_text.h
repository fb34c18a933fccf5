// The text of a message's parts, as people read it.
#pragma once

#include <string>
#include <string_view>

#include "sim/mail/mime/mime.h"

namespace imapscope::mail {

/// A text part as UTF-8: its transfer encoding taken off, its charset decoded. `octets`: of the
/// whole message.
[[nodiscard]] std::string decoded_text(const Part& part, std::string_view octets);

}  // namespace imapscope::mail
