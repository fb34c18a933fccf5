// The messages of SASL, decoded: what a line of base64 says.
#pragma once

#include <string>

#include "sim/explain/explaining.h"

namespace imapscope::explain {

/// What the mechanism is whose name stands here.
[[nodiscard]] RichText mechanism_meaning(const Explaining& e);
/// What the server says behind `+`.
[[nodiscard]] RichText challenge_meaning(const Explaining& e);
/// What the client's message says, as a sentence with a space before it; of a password, that it is
/// there. Empty where nobody can tell.
[[nodiscard]] std::string decoded_response(const Explaining& e);

}  // namespace imapscope::explain
