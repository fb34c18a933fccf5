// Parameters of extensions in the slots that RFC 4466 gives them.
#pragma once

#include "sim/imap/parameters.h"
#include "sim/wire/cursor.h"
#include "sim/wire/printer.h"

namespace imapscope::wire {

/// `NAME` or `NAME value`.
Parameter parse_parameter(Cursor& in);
void print_parameter(Printer& out, const Parameter& parameter);

/// `(NAME value NAME …)`, where the cursor stands at the parenthesis.
Parameters parse_parameters(Cursor& in);
void print_parameters(Printer& out, const Parameters& parameters);

/// ` (…)` at the end of a command, where there is one.
Parameters parse_parameters_at_end(Cursor& in);
void print_parameters_at_end(Printer& out, const Parameters& parameters);

}  // namespace imapscope::wire
