// The append family on the wire: APPEND, REPLACE.
#pragma once

#include "sim/imap/append.h"
#include "sim/wire/cursor.h"
#include "sim/wire/printer.h"

namespace imapscope::wire {

void parse(Cursor& in, Append& append);
void parse(Cursor& in, Form form, Replace& replace);

void print(Printer& out, const Append& append);
void print(Printer& out, const Replace& replace);

}  // namespace imapscope::wire
