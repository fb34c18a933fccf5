// The notify family on the wire: NOTIFY (RFC 5465 §8).
#pragma once

#include "sim/imap/notify.h"
#include "sim/wire/cursor.h"
#include "sim/wire/printer.h"

namespace imapscope::wire {

void parse(Cursor& in, Notify& command);
void print(Printer& out, const Notify& command);

}  // namespace imapscope::wire
