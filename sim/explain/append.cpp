// The append family, explained.
#include <string>

#include "sim/explain/explain_parts.h"
#include "sim/explain/wording.h"

namespace imapscope::explain {

void explain_arguments(Explaining& e, const Append&) {
  const std::string rfc = both("3501 §6.3.11", "9051 §6.3.12");
  if (e.at_line_end()) return;
  e.say_mailbox("The mailbox that receives the message.");
  if (e.at(wire::TokenKind::list_open)) e.say_flags(both("3501 §2.3.2", "9051 §2.3.2"));
  if (e.at(wire::TokenKind::quoted)) {
    e.say("internal date", "The message is to count as received at this time.",
          both("3501 §2.3.3", "9051 §2.3.3"));
  }
  if (e.at_line_end()) return;
  e.say_string("message", "The message itself: header, empty line, body.", rfc);
}

}  // namespace imapscope::explain
