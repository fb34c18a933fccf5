// The copy family, explained: COPY and MOVE.
#include "sim/explain/explain_parts.h"
#include "sim/explain/wording.h"

namespace imapscope::explain {

void explain_arguments(Explaining& e, const Copy& command) {
  e.say_messages(by_uid(command.messages));
  e.say_mailbox(e.words("explain.copy.mailbox"));
}

void explain_arguments(Explaining& e, const Move& command) {
  e.say_messages(by_uid(command.messages));
  e.say_mailbox(e.words("explain.copy.move_mailbox"));
}

}  // namespace imapscope::explain
