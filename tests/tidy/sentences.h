// Sentences that stand in code: what a person reads is a message in sim/words, in every language.
#pragma once

#include <span>

#include "tests/tidy/source.h"

namespace imapscope::tidy {

/// Literals in sim/ and gui/ in which three English words follow each other, but for those that
/// stand on the wire or in files: the server's wire text, sample mail, and the words of lessons'
/// files.
Findings check_sentences(std::span<const Source> sources);

}  // namespace imapscope::tidy
