// Sections of a message: `[1.2.HEADER.FIELDS (Subject)]` and `<0.1024>`.
#pragma once

#include "sim/imap/fetch.h"
#include "sim/wire/cursor.h"
#include "sim/wire/printer.h"

namespace imapscope::wire {

Section parse_section(Cursor& in);                 ///< from `[` to `]`
std::optional<Partial> parse_partial(Cursor& in);  ///< nothing where no `<` stands here

void print_section(Printer& out, const Section& section);

}  // namespace imapscope::wire
