// The copy family, explained: COPY and MOVE.
#include "sim/explain/explain_parts.h"
#include "sim/explain/wording.h"

namespace imapscope::explain {

void explain_arguments(Explaining& e, const Copy& command) {
  e.say_messages(by_uid(command.messages));
  e.say_mailbox("The mailbox that receives the copies.");
}

void explain_arguments(Explaining& e, const Move& command) {
  e.say_messages(by_uid(command.messages));
  e.say_mailbox("The mailbox that receives the messages; they are expunged from the open one.");
}

}  // namespace imapscope::explain
