// Dates as messages and mbox files write them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "sim/imap/date_time.h"

namespace imapscope::mail {

/// A Date: field (RFC 2822 §3.3, §4.3): "Tue, 10 Mar 2026 09:15:00 +0100", with comments, without a
/// day of the week, with two digits of a year or a named zone. Nothing where it is no date.
[[nodiscard]] std::optional<DateTime> parse_header_date(std::string_view value);

/// The same to be written: "10 Mar 2026 09:15:00 +0100".
[[nodiscard]] std::string header_date(const DateTime& time);

/// The end of an mbox `From ` line (RFC 4155): "Tue Mar 10 09:15:00 2026", in UTC, or with a zone
/// of digits before or behind the year.
[[nodiscard]] std::optional<DateTime> parse_mbox_date(std::string_view text);

}  // namespace imapscope::mail
