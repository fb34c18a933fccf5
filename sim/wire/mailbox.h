// The mailbox family on the wire: CREATE, DELETE, RENAME, SUBSCRIBE, UNSUBSCRIBE.
#pragma once

#include "sim/imap/mailbox.h"
#include "sim/wire/cursor.h"
#include "sim/wire/printer.h"

namespace imapscope::wire {

void parse(Cursor& in, Create& create);
void parse(Cursor& in, Delete& command);
void parse(Cursor& in, Rename& rename);
void parse(Cursor& in, Subscribe& subscribe);
void parse(Cursor& in, Unsubscribe& unsubscribe);

void print(Printer& out, const Create& create);
void print(Printer& out, const Delete& command);
void print(Printer& out, const Rename& rename);
void print(Printer& out, const Subscribe& subscribe);
void print(Printer& out, const Unsubscribe& unsubscribe);

}  // namespace imapscope::wire
