#include "sim/wire/select.h"

#include "sim/wire/parameters.h"

namespace imapscope::wire {

// select = "SELECT" SP mailbox [select-params] (RFC 4466 §3)
void parse(Cursor& in, Select& select) {
  in.space();
  select.mailbox = in.mailbox();
  select.parameters = parse_parameters_at_end(in);
}

void print(Printer& out, const Select& select) {
  out.space();
  out.mailbox(select.mailbox);
  print_parameters_at_end(out, select.parameters);
}

// examine = "EXAMINE" SP mailbox [select-params]
void parse(Cursor& in, Examine& examine) {
  in.space();
  examine.mailbox = in.mailbox();
  examine.parameters = parse_parameters_at_end(in);
}

void print(Printer& out, const Examine& examine) {
  out.space();
  out.mailbox(examine.mailbox);
  print_parameters_at_end(out, examine.parameters);
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
