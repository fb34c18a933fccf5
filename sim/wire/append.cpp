#include "sim/wire/append.h"

#include "sim/wire/date_time.h"
#include "sim/wire/parameters.h"

namespace imapscope::wire {

namespace {

constexpr Expected message_expected = "message_literal";

// append-ext = tagged-ext; append-data = literal / literal8 / tagged-ext (RFC 4466 §3). Answers
// whether one stands in the place of the message.
bool parse_extensions(Cursor& in, Append& append) {
  while (in.ok() && !in.at_literal()) {
    if (!in.extension_at(in.offset(), message_expected)) return false;
    append.extensions.push_back(parse_parameter(in));
    if (in.at_line_end()) return true;
    in.space();
  }
  return false;
}

}  // namespace

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
  if (parse_extensions(in, append)) return;
  append.message = in.literal(message_expected);
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
  out.separated(append.extensions,
                [&out](const Parameter& parameter) { print_parameter(out, parameter); });
  if (!append.extensions.empty() && append.message.empty()) return;
  if (!append.extensions.empty()) out.space();
  out.literal(append.message);
}

}  // namespace imapscope::wire
