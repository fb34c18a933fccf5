// The messages of SASL, decoded: what a line of base64 says.
#pragma once

#include <string>
#include <string_view>

#include "sim/explain/explaining.h"

namespace imapscope::explain {

// Of IMAP's lines: of the exchange that the line belongs to, where the cursor stands.

/// What the mechanism is whose name stands here.
[[nodiscard]] RichText mechanism_meaning(const Explaining& e);
/// What the server says behind `+`.
[[nodiscard]] RichText challenge_meaning(const Explaining& e);
/// What the client's message says, as a sentence with a space before it; of a password, that it is
/// there. Empty where nobody can tell.
[[nodiscard]] std::string decoded_response(const Explaining& e);

// The same of any protocol's, where the mechanism and the text in base64 are known.

[[nodiscard]] RichText mechanism_meaning(const Explaining& e, std::string_view name);
[[nodiscard]] RichText challenge_meaning(const Explaining& e, std::string_view mechanism,
                                         std::string_view text);
[[nodiscard]] std::string decoded_response(const Explaining& e, std::string_view mechanism,
                                           std::string_view text);

}  // namespace imapscope::explain
