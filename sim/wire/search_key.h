// One search key and all below it (RFC 3501 §6.4.4).
#pragma once

#include <optional>
#include <string_view>

#include "sim/imap/search.h"
#include "sim/wire/cursor.h"
#include "sim/wire/printer.h"

namespace imapscope::wire {

SearchKey parse_search_key(Cursor& in);
void print_search_key(Printer& out, const SearchKey& key);

/// search-key *(SP search-key)
SearchAnd parse_search_keys(Cursor& in);
/// The search that a text is, as a whole; nothing where it is none.
std::optional<SearchAnd> parse_search_text(std::string_view text);

}  // namespace imapscope::wire
