// One line of the native trace format to its value. Private to the JSON Lines reader.
#pragma once

#include <string>
#include <string_view>

#include "sim/base/result.h"
#include "sim/trace/trace.h"

namespace imapscope::trace {

/// The error stands behind the place: "this line is not valid JSON at column 7".
[[nodiscard]] Result<Header, Said> parse_header(std::string_view line);
[[nodiscard]] Result<Event, Said> parse_event(std::string_view line);

}  // namespace imapscope::trace
