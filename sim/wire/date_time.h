// Dates on the wire: `17-Jul-1996` and `"17-Jul-1996 02:44:25 -0700"`.
#pragma once

#include "sim/imap/date_time.h"
#include "sim/wire/cursor.h"
#include "sim/wire/printer.h"

namespace imapscope::wire {

Date parse_date(Cursor& in);           ///< with or without quotes
DateTime parse_date_time(Cursor& in);  ///< in quotes

void print_date(Printer& out, const Date& date);
void print_date_time(Printer& out, const DateTime& time);

}  // namespace imapscope::wire
