// The status family on the wire: STATUS.
#pragma once

#include "sim/imap/status.h"
#include "sim/wire/cursor.h"
#include "sim/wire/printer.h"

namespace imapscope::wire {

void parse(Cursor& in, Status& status);
void parse(Cursor& in, StatusData& data);

void print(Printer& out, const Status& status);
void print(Printer& out, const StatusData& data);

}  // namespace imapscope::wire
