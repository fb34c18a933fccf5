// The expunge family on the wire: EXPUNGE and UID EXPUNGE.
#pragma once

#include "sim/imap/expunge.h"
#include "sim/wire/cursor.h"
#include "sim/wire/printer.h"

namespace imapscope::wire {

void parse(Cursor& in, Form form, Expunge& expunge);
void print(Printer& out, const Expunge& expunge);
void print(Printer& out, const ExpungeData& data);

}  // namespace imapscope::wire
