// The mailbox family, explained: CREATE to UNSUBSCRIBE.
#include "sim/explain/explain_parts.h"
#include "sim/explain/wording.h"

namespace imapscope::explain {

void explain_arguments(Explaining& e, const Create&) {
  e.say_mailbox(e.words("explain.mailbox.create"));
}

void explain_arguments(Explaining& e, const Delete&) {
  e.say_mailbox(e.words("explain.mailbox.delete"));
}

void explain_arguments(Explaining& e, const Rename& command) {
  e.say_mailbox(command.from.is_inbox() ? e.words("explain.mailbox.rename_inbox")
                                        : e.words("explain.mailbox.rename"));
  e.say_mailbox(e.words("explain.mailbox.new_name"));
}

void explain_arguments(Explaining& e, const Subscribe&) {
  e.say_mailbox(e.words("explain.mailbox.subscribe"));
}

void explain_arguments(Explaining& e, const Unsubscribe&) {
  e.say_mailbox(e.words("explain.mailbox.unsubscribe"));
}

}  // namespace imapscope::explain
