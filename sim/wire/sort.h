// The sort family on the wire: SORT and THREAD, and what they bring.
#pragma once

#include "sim/imap/sort.h"
#include "sim/wire/cursor.h"
#include "sim/wire/printer.h"

namespace imapscope::wire {

void parse(Cursor& in, Form form, Sort& sort);
void parse(Cursor& in, Form form, Thread& conversation);
void parse(Cursor& in, SortData& data);
void parse(Cursor& in, ThreadData& data);

void print(Printer& out, const Sort& sort);
void print(Printer& out, const Thread& conversation);
void print(Printer& out, const SortData& data);
void print(Printer& out, const ThreadData& data);

}  // namespace imapscope::wire
