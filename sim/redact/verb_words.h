// Which words of a client's line are plainly no secret, although the line may be mistyped: its tag,
// and its verb.
#pragma once

#include <string_view>

namespace imapscope::redact {

/// A verb of the command table, of an extension, or `UID`; `LOGIN:` is one too.
[[nodiscard]] bool is_verb(std::string_view word);
/// A verb in which one letter is wrong, or an experiment's, which begin with X (RFC 3501 §6.5).
[[nodiscard]] bool looks_like_verb(std::string_view word);
/// Some verb begins so.
[[nodiscard]] bool begins_verb(std::string_view part);
/// `a1`, `.`, `DAC2`: what programs and people tag their commands with.
[[nodiscard]] bool looks_like_tag(std::string_view word);
/// What may be sent on a line of its own: a verb whose tag was forgotten, DONE, or `*`.
[[nodiscard]] bool stands_alone(std::string_view word);

/// Without the punctuation that was typed behind it.
[[nodiscard]] std::string_view verb_in(std::string_view word);

}  // namespace imapscope::redact
