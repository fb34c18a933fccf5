// The subject of a message, for people.
#pragma once

#include <string>

#include "sim/imap/encoded_word.h"
#include "sim/mail/message.h"

namespace imapscope::world {

/// Decoded (RFC 2047), on one line; empty where the message has none.
[[nodiscard]] inline std::string subject_of(const mail::Message& message) {
  return decode_encoded_words(message.envelope().subject.value_or(""));
}

}  // namespace imapscope::world
