// The copy family on the wire: COPY and MOVE, and their UID forms.
#pragma once

#include "sim/imap/copy.h"
#include "sim/wire/cursor.h"
#include "sim/wire/printer.h"

namespace imapscope::wire {

void parse(Cursor& in, Form form, Copy& copy);
void parse(Cursor& in, Form form, Move& move);

void print(Printer& out, const Copy& copy);
void print(Printer& out, const Move& move);

}  // namespace imapscope::wire
