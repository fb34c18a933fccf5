// The search family on the wire: SEARCH, ESEARCH and CANCELUPDATE; SEARCH and ESEARCH data.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sim/imap/search.h"
#include "sim/wire/cursor.h"
#include "sim/wire/printer.h"

namespace imapscope::wire {

void parse(Cursor& in, Form form, Search& search);
void parse(Cursor& in, Esearch& command);
void parse(Cursor& in, CancelUpdate& command);
void parse(Cursor& in, SearchData& data);
void parse(Cursor& in, EsearchData& data);

void print(Printer& out, const Search& search);
void print(Printer& out, const Esearch& command);
void print(Printer& out, const CancelUpdate& command);
void print(Printer& out, const SearchData& data);
void print(Printer& out, const EsearchData& data);

/// ["RETURN" SP "(" … ")" SP], where it stands here.
void parse_returns(Cursor& in, Search& search);
/// The same with a space before it; nothing where the search has none.
void print_returns(Printer& out, const Search& search);
/// *(SP nz-number), and a list perhaps: of SEARCH and SORT data.
void parse_numbers(Cursor& in, std::vector<std::uint32_t>& numbers, std::string& extension);
void print_numbers(Printer& out, const std::vector<std::uint32_t>& numbers,
                   const std::string& extension);

}  // namespace imapscope::wire
