#include "sim/wire/expunge.h"

namespace imapscope::wire {

// "EXPUNGE"; uid-expunge = "UID" SP "EXPUNGE" SP sequence-set (RFC 4315 §4)
void parse(Cursor& in, Form form, Expunge& expunge) {
  if (form == Form::plain) return;
  in.space();
  expunge.uids = in.number_set<Uid>();
}

void print(Printer& out, const Expunge& expunge) {
  if (!expunge.uids) return;
  out.space();
  out.set(*expunge.uids);
}

// message-data = nz-number SP ("EXPUNGE" / …)
void parse(Cursor& in, const DataNumber& number, ExpungeData& data) {
  data.number = message_number(in, number);
}

}  // namespace imapscope::wire
