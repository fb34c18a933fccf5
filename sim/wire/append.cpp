#include "sim/wire/append.h"

#include "sim/wire/date_time.h"

namespace imapscope::wire {

// append = "APPEND" SP mailbox [SP flag-list] [SP date-time] SP literal
void parse(Cursor& in, Append& append) {
  in.space();
  append.mailbox = in.mailbox();
  in.space();
  if (in.at('(')) {
    append.flags = in.flag_list();
    in.space();
  }
  if (in.at('"')) {
    append.internal_date = parse_date_time(in);
    in.space();
  }
  append.message = in.literal("the message as a literal");
}

void print(Printer& out, const Append& append) {
  out.space();
  out.mailbox(append.mailbox);
  out.space();
  if (!append.flags.empty()) {
    out.flags(append.flags);
    out.space();
  }
  if (append.internal_date) {
    print_date_time(out, *append.internal_date);
    out.space();
  }
  out.literal(append.message);
}

}  // namespace imapscope::wire
