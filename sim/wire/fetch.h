// The fetch family on the wire: FETCH and UID FETCH. Sections, ENVELOPE and BODYSTRUCTURE have
// files of their own.
#pragma once

#include "sim/imap/fetch.h"
#include "sim/wire/cursor.h"
#include "sim/wire/data_number.h"
#include "sim/wire/printer.h"

namespace imapscope::wire {

void parse(Cursor& in, Form form, Fetch& fetch);
void parse(Cursor& in, const DataNumber& number, FetchData& data);
void parse(Cursor& in, const DataNumber& number, UidFetchData& data);

void print(Printer& out, const Fetch& fetch);
void print(Printer& out, const FetchData& data);
void print(Printer& out, const UidFetchData& data);

/// "(" fetch-att *(SP fetch-att) ")"
std::vector<FetchItem> parse_fetch_list(Cursor& in);
void print_fetch_list(Printer& out, const std::vector<FetchItem>& items);

}  // namespace imapscope::wire
