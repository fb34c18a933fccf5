#include "sim/wire/select.h"

namespace imapscope::wire {

// select = "SELECT" SP mailbox
void parse(Cursor& in, Select& select) {
  in.space();
  select.mailbox = in.mailbox();
}

void print(Printer& out, const Select& select) {
  out.space();
  out.mailbox(select.mailbox);
}

// examine = "EXAMINE" SP mailbox
void parse(Cursor& in, Examine& examine) {
  in.space();
  examine.mailbox = in.mailbox();
}

void print(Printer& out, const Examine& examine) {
  out.space();
  out.mailbox(examine.mailbox);
}

// mailbox-data = "FLAGS" SP flag-list / …
void parse(Cursor& in, FlagsData& data) {
  in.space();
  data.flags = in.flag_list();
}

void print(Printer& out, const FlagsData& data) {
  out.space();
  out.flags(data.flags);
}

}  // namespace imapscope::wire
