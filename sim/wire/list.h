// The list family on the wire: LIST, LSUB, NAMESPACE.
#pragma once

#include "sim/imap/list.h"
#include "sim/wire/cursor.h"
#include "sim/wire/printer.h"

namespace imapscope::wire {

void parse(Cursor& in, List& list);
void parse(Cursor& in, Lsub& lsub);
void parse(Cursor& in, XList& xlist);
void parse(Cursor& in, RList& rlist);
void parse(Cursor& in, RLsub& rlsub);
inline void parse(Cursor&, Namespace&) {}
void parse(Cursor& in, ListData& data);
void parse(Cursor& in, LsubData& data);
void parse(Cursor& in, XListData& data);
void parse(Cursor& in, NamespaceData& data);

void print(Printer& out, const List& list);
void print(Printer& out, const Lsub& lsub);
void print(Printer& out, const XList& xlist);
void print(Printer& out, const RList& rlist);
void print(Printer& out, const RLsub& rlsub);
inline void print(Printer&, const Namespace&) {}
void print(Printer& out, const ListData& data);
void print(Printer& out, const LsubData& data);
void print(Printer& out, const XListData& data);
void print(Printer& out, const NamespaceData& data);

}  // namespace imapscope::wire
