// The store family, explained.
#include <string>

#include "sim/explain/explain_parts.h"
#include "sim/explain/wording.h"

namespace imapscope::explain {

void explain_arguments(Explaining& e, const Store& command) {
  const std::string rfc = both("3501 §6.4.6", "9051 §6.4.6");
  e.say_messages(by_uid(command.messages));
  if (e.at(wire::TokenKind::list_open)) {
    e.say_unknown("modifier", "A modifier of an extension that imapscope does not know.",
                  "4466 §2.5");
  }
  const std::string what = command.mode == StoreMode::add      ? "These flags are added."
                           : command.mode == StoreMode::remove ? "These flags are taken away."
                                                               : "These flags replace all that "
                                                                 "are there.";
  e.say("data item", command.silent ? what + " The server need not tell the outcome." : what, rfc);
  e.say_flags(both("3501 §2.3.2", "9051 §2.3.2"));
}

}  // namespace imapscope::explain
