// Hint: what somebody who misspelled a word probably meant.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sim/base/said.h"

namespace imapscope::lesson {

[[nodiscard]] std::string in_quotes(std::string_view word);

/// The fault, and "Did you mean "send"?", or where nothing is near, "It can be: connect, say,
/// send."
[[nodiscard]] Said hinted(Said fault, std::string_view word,
                          const std::vector<std::string_view>& words);

}  // namespace imapscope::lesson
