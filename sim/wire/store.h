// The store family on the wire: STORE and UID STORE.
#pragma once

#include "sim/imap/store.h"
#include "sim/wire/cursor.h"
#include "sim/wire/printer.h"

namespace imapscope::wire {

void parse(Cursor& in, Form form, Store& store);
void print(Printer& out, const Store& store);

}  // namespace imapscope::wire
