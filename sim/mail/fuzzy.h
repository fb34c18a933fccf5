// Likeness: how near a text comes to what FUZZY looks for (RFC 6203).
#pragma once

#include <string_view>

#include "sim/imap/search.h"
#include "sim/mail/message.h"

namespace imapscope::mail {

/// Of a text to a phrase, both with their case folded: 100 where it holds the phrase; else by the
/// words, each of which must have one that is like it, by its letters; 0: it is not like it.
[[nodiscard]] int likeness(std::string_view text, std::string_view phrase);

/// The best of what the key looks into. `key` holds its text folded.
[[nodiscard]] int likeness(const Message& message, const SearchText& key);
[[nodiscard]] int likeness(const Message& message, const SearchHeader& key);

}  // namespace imapscope::mail
