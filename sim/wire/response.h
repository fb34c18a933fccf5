// Status responses, their codes, and the frame around every response (RFC 3501 §7).
#pragma once

#include "sim/imap/response.h"
#include "sim/wire/cursor.h"
#include "sim/wire/printer.h"

namespace imapscope::wire {

/// The condition at the cursor, without moving.
std::optional<Condition> condition_at(const Cursor& in);

StatusResponse parse_status_response(Cursor& in);
std::optional<ResponseCode> parse_response_code(Cursor& in);

void print_status_response(Printer& out, const StatusResponse& status);
void print_response_code(Printer& out, const ResponseCode& code);

}  // namespace imapscope::wire
