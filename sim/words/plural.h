// Plural forms, by the names that Unicode's CLDR gives them; translators' tools use the same.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace imapscope::words {

/// The form of a whole number: "one", "few", "many" or "other".
[[nodiscard]] std::string_view plural_form(std::string_view language, std::int64_t number);
/// The forms that a message needs in a language.
[[nodiscard]] const std::vector<std::string_view>& plural_forms(std::string_view language);

}  // namespace imapscope::words
