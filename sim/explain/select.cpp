// The select family, explained: what opens a mailbox, and what it says of itself.
#include <utility>

#include "sim/explain/explain_parts.h"
#include "sim/explain/wording.h"

namespace imapscope::explain {

void explain_arguments(Explaining& e, const Select&) {
  e.say_mailbox(e.mailbox() == nullptr ? "The mailbox to open."
                                       : "The mailbox to open; " + e.mailbox_name() +
                                             ", which is open now, is left, even if this fails.");
}

void explain_arguments(Explaining& e, const Examine&) {
  e.say_mailbox(e.mailbox() == nullptr
                    ? "The mailbox to open, for reading only."
                    : "The mailbox to open, for reading only; " + e.mailbox_name() +
                          ", which is open now, is left, even if this fails.");
}

void explain_data(Explaining& e, const FlagsData&) {
  e.lead();
  e.say("data", "The flags and keywords that messages of this mailbox can have.",
        both("3501 §7.2.6", "9051 §7.3.5"));
  e.say_flags(both("3501 §2.3.2", "9051 §2.3.2"));
}

void explain_data(Explaining& e, const Exists& data) {
  e.lead();
  const MailboxBelief* mailbox = e.mailbox();
  const bool grew =
      !e.opening() && mailbox != nullptr && mailbox->exists_known && mailbox->exists < data.count;
  RichText meaning = sentence(e.mailbox_name() + " holds " + count_of(data.count, "message"));
  if (grew) {
    meaning += " " + sentence(e.client() + " knew of " + std::to_string(mailbox->exists) +
                              "; nothing is known of what is new until it is fetched");
  }
  e.say("number of messages", std::move(meaning), both("3501 §7.3.1", "9051 §7.4.1"));
  e.say("data", "How many messages the mailbox holds. Only EXPUNGE makes this number smaller.",
        both("3501 §7.3.1", "9051 §7.4.1"));
}

void explain_data(Explaining& e, const Recent& data) {
  e.lead();
  const char* why_new = data.count == 1 ? " is new: this session is the first to be told of it."
                                        : " are new: this session is the first to be told of them.";
  e.say("number of messages",
        data.count == 0 ? "No message is new." : count_of(data.count, "message") + why_new,
        "3501 §7.3.2");
  e.say("data", "How many messages have `\\Recent`. That is not how many are unread.",
        "3501 §7.3.2");
}

}  // namespace imapscope::explain
