// The quota family on the wire: GETQUOTA, GETQUOTAROOT, SETQUOTA and what they bring.
#pragma once

#include "sim/imap/quota.h"
#include "sim/wire/cursor.h"
#include "sim/wire/printer.h"

namespace imapscope::wire {

void parse(Cursor& in, GetQuota& command);
void parse(Cursor& in, GetQuotaRoot& command);
void parse(Cursor& in, SetQuota& command);
void parse(Cursor& in, QuotaData& data);
void parse(Cursor& in, QuotaRootData& data);

void print(Printer& out, const GetQuota& command);
void print(Printer& out, const GetQuotaRoot& command);
void print(Printer& out, const SetQuota& command);
void print(Printer& out, const QuotaData& data);
void print(Printer& out, const QuotaRootData& data);

}  // namespace imapscope::wire
