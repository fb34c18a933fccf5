// BODY and BODYSTRUCTURE on the wire (RFC 3501 §7.4.2).
#pragma once

#include "sim/imap/envelope.h"
#include "sim/wire/cursor.h"
#include "sim/wire/printer.h"

namespace imapscope::wire {

BodyStructure parse_body_structure(Cursor& in);
void print_body_structure(Printer& out, const BodyStructure& structure);

}  // namespace imapscope::wire
