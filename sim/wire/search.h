// The search family on the wire: SEARCH and UID SEARCH; SEARCH and ESEARCH data.
#pragma once

#include "sim/imap/search.h"
#include "sim/wire/cursor.h"
#include "sim/wire/printer.h"

namespace imapscope::wire {

void parse(Cursor& in, Form form, Search& search);
void parse(Cursor& in, SearchData& data);
void parse(Cursor& in, EsearchData& data);

void print(Printer& out, const Search& search);
void print(Printer& out, const SearchData& data);
void print(Printer& out, const EsearchData& data);

}  // namespace imapscope::wire
