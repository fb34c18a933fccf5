// The mailbox family, explained: CREATE to UNSUBSCRIBE.
#include "sim/explain/explain_parts.h"
#include "sim/explain/wording.h"

namespace imapscope::explain {

void explain_arguments(Explaining& e, const Create&) {
  e.say_mailbox("The mailbox to create.");
}

void explain_arguments(Explaining& e, const Delete&) {
  e.say_mailbox("The mailbox to remove, with all its messages.");
}

void explain_arguments(Explaining& e, const Rename& command) {
  e.say_mailbox(command.from.is_inbox() ? "Its messages move away; the mailbox itself stays, empty."
                                        : "The mailbox to rename, and those below it.");
  e.say_mailbox("Its new name.");
}

void explain_arguments(Explaining& e, const Subscribe&) {
  e.say_mailbox("The name to add to the subscribed ones; the mailbox need not exist.");
}

void explain_arguments(Explaining& e, const Unsubscribe&) {
  e.say_mailbox("The name to take from the subscribed ones.");
}

}  // namespace imapscope::explain
