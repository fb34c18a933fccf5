// Status responses on the wire: condition, response code, text (RFC 3501 §7.1).
#pragma once

#include <optional>

#include "sim/imap/status_response.h"
#include "sim/wire/cursor.h"
#include "sim/wire/printer.h"

namespace imapscope::wire {

/// The condition at the cursor, without moving.
std::optional<Condition> condition_at(const Cursor& in);

StatusResponse parse_status_response(Cursor& in);
/// `* [COPYUID 7 1 2]`: the code tells all the same.
StatusResponse parse_without_condition(Cursor& in);

void print_status_response(Printer& out, const StatusResponse& status);

}  // namespace imapscope::wire
