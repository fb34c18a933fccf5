// The expunge family on the wire: EXPUNGE and UID EXPUNGE; EXPUNGE and VANISHED data.
#pragma once

#include "sim/imap/expunge.h"
#include "sim/wire/cursor.h"
#include "sim/wire/data_number.h"
#include "sim/wire/printer.h"

namespace imapscope::wire {

void parse(Cursor& in, Form form, Expunge& expunge);
void parse(Cursor& in, const DataNumber& number, ExpungeData& data);
void parse(Cursor& in, VanishedData& data);

void print(Printer& out, const Expunge& expunge);
void print(Printer& out, const VanishedData& data);
inline void print(Printer&, const ExpungeData&) {}

}  // namespace imapscope::wire
