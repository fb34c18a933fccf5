// Response codes on the wire, with their brackets (RFC 3501 §7.1).
#pragma once

#include <optional>

#include "sim/imap/response_code.h"
#include "sim/wire/cursor.h"
#include "sim/wire/printer.h"

namespace imapscope::wire {

/// Nothing, and nothing is read: what stands here is none.
std::optional<ResponseCode> parse_response_code(Cursor& in);

void print_response_code(Printer& out, const ResponseCode& code);

}  // namespace imapscope::wire
