// The select family, explained: what opens a mailbox, and what it says of itself.
#include "sim/explain/explain_parts.h"
#include "sim/explain/wording.h"

namespace imapscope::explain {

void explain_arguments(Explaining& e, const Select&) {
  e.say_mailbox(e.mailbox() == nullptr
                    ? e.words("explain.select.select")
                    : e.words("explain.select.select_leaving", {{"mailbox", e.mailbox_name()}}));
  explain_parameters(e, slot::select);
}

void explain_arguments(Explaining& e, const Examine&) {
  e.say_mailbox(e.mailbox() == nullptr
                    ? e.words("explain.select.examine")
                    : e.words("explain.select.examine_leaving", {{"mailbox", e.mailbox_name()}}));
  explain_parameters(e, slot::select);
}

void explain_data(Explaining& e, const FlagsData&) {
  e.lead();
  e.say("data", e.words("explain.select.flags"), both("3501 §7.2.6", "9051 §7.3.5"));
  e.say_flags(both("3501 §2.3.2", "9051 §2.3.2"));
}

void explain_data(Explaining& e, const Exists& data) {
  e.lead();
  const MailboxBelief* mailbox = e.mailbox();
  const bool grew =
      !e.opening() && mailbox != nullptr && mailbox->exists_known && mailbox->exists < data.count;
  e.say("number_of_messages",
        grew ? e.words("explain.select.more_exist", {{"mailbox", e.mailbox_name()},
                                                     {"count", data.count},
                                                     {"client", e.client()},
                                                     {"known", mailbox->exists}})
             : e.words("explain.select.exist",
                       {{"mailbox", e.mailbox_name()}, {"count", data.count}}),
        both("3501 §7.3.1", "9051 §7.4.1"));
  e.say("data", e.words("explain.select.exists"), both("3501 §7.3.1", "9051 §7.4.1"));
}

void explain_data(Explaining& e, const Recent& data) {
  e.lead();
  e.say("number_of_messages",
        data.count == 0 ? e.words("explain.select.none_recent")
                        : e.words("explain.select.are_recent", {{"count", data.count}}),
        "3501 §7.3.2");
  e.say("data", e.words("explain.select.recent"), "3501 §7.3.2");
}

}  // namespace imapscope::explain
