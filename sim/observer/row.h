// What one row of the ladder shows of a line. Most lines are one row; a command that asks before it
// sends a literal has a row up to each `{n}`, since the server's `+` crosses in between.
#pragma once

#include <string_view>

#include "sim/belief/line.h"
#include "sim/observer/timeline.h"
#include "sim/wire/line_text.h"

namespace imapscope::observer {

/// The octets that cross in the line's own row.
[[nodiscard]] std::string_view row_bytes(const Line& line);
/// The same as text for people; a long literal folds into `{350} …`.
[[nodiscard]] wire::LineText row_text(const Line& line);

/// When the first of them was sent: rows stand in this order.
[[nodiscard]] Instant row_time(const Timeline& timeline, const Line& line);

}  // namespace imapscope::observer
