// The status family on the wire: STATUS.
#pragma once

#include <optional>
#include <string_view>

#include "sim/imap/status.h"
#include "sim/wire/cursor.h"
#include "sim/wire/printer.h"

namespace imapscope::wire {

void parse(Cursor& in, Status& status);
void parse(Cursor& in, StatusData& data);

/// The items in the value of `STATUS (…)`, an option of LIST (RFC 5819 §4); nothing where it is
/// none, or has one that is not known.
[[nodiscard]] std::optional<std::vector<StatusItem>> parse_status_items(std::string_view value);

void print(Printer& out, const Status& status);
void print(Printer& out, const StatusData& data);

}  // namespace imapscope::wire
