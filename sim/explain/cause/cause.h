// Why a line is there: its cause in words.
#pragma once

#include <string>

#include "sim/explain/explaining.h"

namespace imapscope::explain {

[[nodiscard]] RichText why(const Explaining& e);
/// The same, and how the line was carried: compressed, under TLS.
[[nodiscard]] RichText carried_why(const Explaining& e, RichText why);
/// Of the row in which a literal of `command` crosses.
[[nodiscard]] RichText why_literal(const Explaining& e, const Line& command);

/// A command as it is quoted in a sentence: `b3 FETCH 2 FLAGS`, cut where it is long, without what
/// is masked.
[[nodiscard]] std::string short_text(const Line& line);

}  // namespace imapscope::explain
