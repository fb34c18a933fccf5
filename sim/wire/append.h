// The append family on the wire: APPEND.
#pragma once

#include "sim/imap/append.h"
#include "sim/wire/cursor.h"
#include "sim/wire/printer.h"

namespace imapscope::wire {

void parse(Cursor& in, Append& append);
void print(Printer& out, const Append& append);

}  // namespace imapscope::wire
