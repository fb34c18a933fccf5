// One line of the native trace format to its value. Private to the JSON Lines reader.
#pragma once

#include <string>
#include <string_view>

#include "sim/base/result.h"
#include "sim/trace/trace.h"

namespace imapscope::trace {

/// The error is the end of a sentence that begins with the place: "is not valid JSON at column 7".
[[nodiscard]] Result<Header, std::string> parse_header(std::string_view line);
[[nodiscard]] Result<Event, std::string> parse_event(std::string_view line);

}  // namespace imapscope::trace
