// Whether two lines are one command, however they are written.
#pragma once

#include <string_view>

namespace imapscope::lesson {

/// `typed` with a tag or without. Compared as parsed: case, quoting and the writing of a message
/// set (`1`, `1:1`, `2,1`) make no difference. What cannot be parsed is compared as text.
[[nodiscard]] bool is_same_command(std::string_view typed, std::string_view scripted);

}  // namespace imapscope::lesson
