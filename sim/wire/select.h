// The select family on the wire: SELECT, EXAMINE, CHECK, CLOSE, UNSELECT; FLAGS, EXISTS, RECENT.
#pragma once

#include "sim/imap/select.h"
#include "sim/wire/cursor.h"
#include "sim/wire/data_number.h"
#include "sim/wire/printer.h"

namespace imapscope::wire {

void parse(Cursor& in, Select& select);
void parse(Cursor& in, Examine& examine);
inline void parse(Cursor&, Check&) {}
inline void parse(Cursor&, Close&) {}
inline void parse(Cursor&, Unselect&) {}
void parse(Cursor& in, FlagsData& data);
// mailbox-data = … / number SP "EXISTS" / number SP "RECENT"
inline void parse(Cursor&, const DataNumber& number, Exists& exists) {
  exists.count = number.value;
}
inline void parse(Cursor&, const DataNumber& number, Recent& recent) {
  recent.count = number.value;
}

/// The value of the parameter QRESYNC; nothing where it is not one.
[[nodiscard]] std::optional<Resync> parse_resync(std::string_view value);

void print(Printer& out, const Select& select);
void print(Printer& out, const Examine& examine);
inline void print(Printer&, const Check&) {}
inline void print(Printer&, const Close&) {}
inline void print(Printer&, const Unselect&) {}
void print(Printer& out, const FlagsData& data);
inline void print(Printer&, const Exists&) {}
inline void print(Printer&, const Recent&) {}

}  // namespace imapscope::wire
