// ENVELOPE on the wire (RFC 3501 §7.4.2).
#pragma once

#include "sim/imap/envelope.h"
#include "sim/wire/cursor.h"
#include "sim/wire/printer.h"

namespace imapscope::wire {

Envelope parse_envelope(Cursor& in);
void print_envelope(Printer& out, const Envelope& envelope);

}  // namespace imapscope::wire
